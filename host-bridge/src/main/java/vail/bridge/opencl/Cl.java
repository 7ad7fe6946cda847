package vail.bridge.opencl;

import static org.jocl.CL.CL_MEM_READ_WRITE;
import static org.jocl.CL.CL_MEM_USE_HOST_PTR;
import static org.jocl.CL.CL_QUEUE_PROFILING_ENABLE;

import java.nio.ByteBuffer;
import org.jocl.CL;
import org.jocl.Pointer;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_event;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_platform_id;
import org.jocl.cl_program;

/**
 * The calls of OpenCL that are made here, each of which throws {@link org.jocl.CLException} if the
 * driver refuses it.
 */
class Cl extends Counted {
  private final JvmSignals signals = JvmSignals.ofTheStart(); // before a driver is there

  /**
   * Loads JOCL and the machine's libOpenCL.
   *
   * @throws LinkageError if one of them cannot be loaded
   */
  Cl() {
    CL.setExceptionsEnabled(true);
  }

  cl_platform_id[] platforms() {
    before("clGetPlatformIDs");
    int[] count = new int[1];
    CL.clGetPlatformIDs(0, null, count);
    cl_platform_id[] platforms = new cl_platform_id[count[0]];
    CL.clGetPlatformIDs(count[0], platforms, null);
    return platforms;
  }

  cl_device_id[] devices(cl_platform_id platform) {
    before("clGetDeviceIDs");
    int[] count = new int[1];
    CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count);
    cl_device_id[] devices = new cl_device_id[count[0]];
    CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, count[0], devices, null);
    signals.putBack();
    return devices;
  }

  byte[] deviceInfo(cl_device_id device, int what) {
    before("clGetDeviceInfo");
    long[] size = new long[1];
    CL.clGetDeviceInfo(device, what, 0, null, size);
    byte[] info = new byte[(int) size[0]];
    CL.clGetDeviceInfo(device, what, info.length, Pointer.to(info), null);
    return info;
  }

  cl_context context(cl_platform_id platform, cl_device_id device) {
    before("clCreateContext");
    cl_context_properties properties = new cl_context_properties();
    properties.addProperty(CL.CL_CONTEXT_PLATFORM, platform);
    return made(CL.clCreateContext(properties, 1, new cl_device_id[] {device}, null, null, null));
  }

  void release(cl_context context) {
    release("clReleaseContext", () -> CL.clReleaseContext(context));
  }

  @SuppressWarnings("deprecation") // what replaced it is not in OpenCL 1.2
  cl_command_queue queue(cl_context context, cl_device_id device) {
    before("clCreateCommandQueue");
    return made(CL.clCreateCommandQueue(context, device, CL_QUEUE_PROFILING_ENABLE, null));
  }

  void release(cl_command_queue queue) {
    release("clReleaseCommandQueue", () -> CL.clReleaseCommandQueue(queue));
  }

  cl_program fromSource(cl_context context, String source) {
    before("clCreateProgramWithSource");
    return made(CL.clCreateProgramWithSource(context, 1, new String[] {source}, null, null));
  }

  cl_program fromBinary(cl_context context, cl_device_id device, byte[] binary) {
    before("clCreateProgramWithBinary");
    return made(
        CL.clCreateProgramWithBinary(
            context,
            1,
            new cl_device_id[] {device},
            new long[] {binary.length},
            new byte[][] {binary},
            null,
            null));
  }

  void build(cl_program program, cl_device_id device, String options) {
    before("clBuildProgram");
    try {
      CL.clBuildProgram(program, 1, new cl_device_id[] {device}, options, null, null);
    } finally {
      signals.putBack();
    }
  }

  /** What the compiler said. */
  String buildLog(cl_program program, cl_device_id device) {
    before("clGetProgramBuildInfo");
    long[] size = new long[1];
    CL.clGetProgramBuildInfo(program, device, CL.CL_PROGRAM_BUILD_LOG, 0, null, size);
    byte[] log = new byte[(int) size[0]];
    Pointer to = Pointer.to(log);
    CL.clGetProgramBuildInfo(program, device, CL.CL_PROGRAM_BUILD_LOG, log.length, to, null);
    return Device.text(log);
  }

  byte[] binary(cl_program program) {
    before("clGetProgramInfo");
    long[] size = new long[1];
    CL.clGetProgramInfo(program, CL.CL_PROGRAM_BINARY_SIZES, Long.BYTES, Pointer.to(size), null);
    byte[] binary = new byte[(int) size[0]];
    Pointer pointers = Pointer.to(Pointer.to(binary));
    CL.clGetProgramInfo(program, CL.CL_PROGRAM_BINARIES, Long.BYTES, pointers, null);
    return binary;
  }

  void release(cl_program program) {
    release("clReleaseProgram", () -> CL.clReleaseProgram(program));
  }

  cl_kernel kernel(cl_program program, String name) {
    before("clCreateKernel");
    return made(CL.clCreateKernel(program, name, null));
  }

  void argument(cl_kernel kernel, int index, int bytes, Pointer value) {
    before("clSetKernelArg");
    CL.clSetKernelArg(kernel, index, bytes, value);
  }

  /** An argument that is memory of a group's own. */
  void localArgument(cl_kernel kernel, int index, int bytes) {
    before("clSetKernelArg");
    CL.clSetKernelArg(kernel, index, bytes, null);
  }

  void release(cl_kernel kernel) {
    release("clReleaseKernel", () -> CL.clReleaseKernel(kernel));
  }

  cl_mem buffer(cl_context context, long bytes) {
    before("clCreateBuffer");
    return made(CL.clCreateBuffer(context, CL_MEM_READ_WRITE, Math.max(bytes, 1), null, null));
  }

  /** A buffer that holds words from the start. */
  cl_mem bufferOf(cl_context context, int[] words) {
    before("clCreateBuffer");
    long flags = CL.CL_MEM_READ_ONLY | CL.CL_MEM_COPY_HOST_PTR;
    long bytes = (long) Integer.BYTES * words.length;
    return made(CL.clCreateBuffer(context, flags, bytes, Pointer.to(words), null));
  }

  /** Memory of the host, used where it is for as long as the buffer lives. */
  cl_mem hostBuffer(cl_context context, ByteBuffer host) {
    before("clCreateBuffer");
    long flags = CL_MEM_READ_WRITE | CL_MEM_USE_HOST_PTR;
    return made(CL.clCreateBuffer(context, flags, host.capacity(), Pointer.to(host), null));
  }

  /** Memory of the host that a device reaches by itself. */
  cl_mem pinnedBuffer(cl_context context, long bytes) {
    before("clCreateBuffer");
    long flags = CL_MEM_READ_WRITE | CL.CL_MEM_ALLOC_HOST_PTR;
    return made(CL.clCreateBuffer(context, flags, bytes, null, null));
  }

  void release(cl_mem buffer) {
    release("clReleaseMemObject", () -> CL.clReleaseMemObject(buffer));
  }

  /** The host's memory is read later, while the queue is gone through. */
  void write(cl_command_queue queue, cl_mem buffer, long bytes, Pointer from, cl_event event) {
    before("clEnqueueWriteBuffer");
    CL.clEnqueueWriteBuffer(queue, buffer, false, 0, bytes, from, 0, null, event);
    made(event);
  }

  void read(cl_command_queue queue, cl_mem buffer, long bytes, Pointer to, cl_event event) {
    before("clEnqueueReadBuffer");
    CL.clEnqueueReadBuffer(queue, buffer, false, 0, bytes, to, 0, null, event);
    made(event);
  }

  /** Makes what a device has written into the host's memory visible there. */
  void show(cl_command_queue queue, cl_mem buffer, long bytes) {
    before("clEnqueueMapBuffer");
    ByteBuffer mapped =
        CL.clEnqueueMapBuffer(queue, buffer, true, CL.CL_MAP_READ, 0, bytes, 0, null, null, null);
    before("clEnqueueUnmapMemObject");
    CL.clEnqueueUnmapMemObject(queue, buffer, mapped, 0, null, null);
  }

  /** Memory of a buffer as the host sees it, to read and to write. */
  ByteBuffer map(cl_command_queue queue, cl_mem buffer, long bytes) {
    before("clEnqueueMapBuffer");
    long flags = CL.CL_MAP_READ | CL.CL_MAP_WRITE;
    return made(CL.clEnqueueMapBuffer(queue, buffer, true, flags, 0, bytes, 0, null, null, null));
  }

  void unmap(cl_command_queue queue, cl_mem buffer, ByteBuffer mapped) {
    release(
        "clEnqueueUnmapMemObject",
        () -> CL.clEnqueueUnmapMemObject(queue, buffer, mapped, 0, null, null));
  }

  void run(cl_command_queue queue, cl_kernel kernel, long[] global, long[] local, cl_event event) {
    before("clEnqueueNDRangeKernel");
    CL.clEnqueueNDRangeKernel(queue, kernel, global.length, null, global, local, 0, null, event);
    made(event);
  }

  void flush(cl_command_queue queue) {
    before("clFlush");
    CL.clFlush(queue);
  }

  void finish(cl_command_queue queue) {
    before("clFinish");
    CL.clFinish(queue);
    signals.putBack(); // some drivers compile a kernel when it first runs
  }

  /** A time of an event that has ended, in nanoseconds of the device. */
  void time(cl_event event, int what, Pointer to) {
    before("clGetEventProfilingInfo");
    CL.clGetEventProfilingInfo(event, what, Long.BYTES, to, null);
  }

  void release(cl_event event) {
    release("clReleaseEvent", () -> CL.clReleaseEvent(event));
  }
}
