/**
 * The way out of Java: implementations of core's backend seam that run elsewhere.
 *
 * <p>It will bind native SIMD kernels, the simulated hardware and boards through one C interface,
 * and OpenCL devices through kernels of our own. It will translate and return; what a block is and
 * when it is wrong stays with core, and each backend that cannot run says why it is absent.
 */
package vail.bridge;
