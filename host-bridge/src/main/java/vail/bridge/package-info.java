/**
 * The way out of Java: implementations of core's backend seam that run elsewhere.
 *
 * <p>{@code abi} binds whatever implements the C interface {@code core/spec/vail.h}, {@code simd}
 * brings such a library along, {@code opencl} runs kernels on a device of OpenCL, {@code board}
 * drives the hardware's kernel on a board. The rooms translate and return; what a block is and when
 * it is wrong stays with core, and each backend that cannot run says why it is absent.
 */
package vail.bridge;
