/** Batches for whatever has the circuits' claims, with the reference's word on each. */
package vail.bridge.circuit;
