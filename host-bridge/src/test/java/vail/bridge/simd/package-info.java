/** Tests of the native kernels, level by level, against the readable reference. */
package vail.bridge.simd;
