/** Tests of what bridges share. */
package vail.bridge;
