package vail.bridge.opencl;

import org.jocl.cl_context;
import org.jocl.cl_program;

/**
 * Where work on a device is put together.
 *
 * @param cl the calls
 * @param device that works
 * @param context of the device
 * @param program of its kernels
 * @param queue of what it is to do
 */
record Station(Cl cl, Device device, cl_context context, cl_program program, Queue queue) {
  Kernel kernel(String name) {
    return new Kernel(cl, program, name);
  }

  DeviceBuffer buffer() {
    return new DeviceBuffer(cl, context);
  }
}
