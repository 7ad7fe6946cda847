/** Tests of the simulated circuits as a backend. */
package vail.bridge.rtl;
