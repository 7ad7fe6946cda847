/**
 * The backend {@code opencl}: kernels in {@code resources/opencl}, run by JOCL on whatever device
 * the machine offers.
 *
 * <p>Finds a device, builds its program, carries blocks there and back. What a block is and when it
 * is wrong is said by the kernels; nothing of JOCL leaves this package.
 */
package vail.bridge.opencl;
