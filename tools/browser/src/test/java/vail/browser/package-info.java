/** The page of {@code vail serve} in Chromium. */
package vail.browser;
