/** Tests of the backend {@code opencl}. */
package vail.bridge.opencl;
