package vail.bridge.opencl;

/**
 * What a device has spent its time on since it was opened, as its own clock tells.
 *
 * @param uploadNanos for copies to it
 * @param kernelNanos for kernels
 * @param downloadNanos for copies from it
 */
public record Timings(long uploadNanos, long kernelNanos, long downloadNanos) {}
