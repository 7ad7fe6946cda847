/** Devices under blocks without end. */
package vail.bridge.soak;
