/**
 * Kernels for the wide layout and for planes by the JDK's Vector API, for processors with byte
 * shuffles of 512 bits.
 *
 * <p>Loaded by name and only where the module {@code jdk.incubator.vector} is there; nobody else
 * looks into this room. Knows nothing of frames, files or backends.
 */
package vail.vector;
