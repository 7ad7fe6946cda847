/**
 * The backend {@code native-simd}: finds the library of our own C kernels in the jar and loads it.
 *
 * <p>Knows nothing of the interface that the library is called by.
 */
package vail.bridge.simd;
