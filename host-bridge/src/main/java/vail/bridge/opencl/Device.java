package vail.bridge.opencl;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jocl.CL;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/**
 * A device and what must be known of it.
 *
 * @param platform whose it is
 * @param id its handle
 * @param name as its driver calls it
 * @param driver version of the driver
 * @param isCpu whether it shares memory and cores with this program
 * @param mostBytes of one buffer
 * @param units that compute side by side
 */
record Device(
    cl_platform_id platform,
    cl_device_id id,
    String name,
    String driver,
    boolean isCpu,
    long mostBytes,
    int units) {

  static Device of(Cl cl, cl_platform_id platform, cl_device_id id) {
    long type = number(cl.deviceInfo(id, CL.CL_DEVICE_TYPE));
    return new Device(
        platform,
        id,
        text(cl.deviceInfo(id, CL.CL_DEVICE_NAME)),
        text(cl.deviceInfo(id, CL.CL_DRIVER_VERSION)),
        (type & CL.CL_DEVICE_TYPE_CPU) != 0,
        number(cl.deviceInfo(id, CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE)),
        (int) number(cl.deviceInfo(id, CL.CL_DEVICE_MAX_COMPUTE_UNITS)));
  }

  /** Whether it is there, compiles, has the kernels' order of bytes and runs their groups. */
  static boolean isOfUse(Cl cl, cl_device_id id) {
    return number(cl.deviceInfo(id, CL.CL_DEVICE_AVAILABLE)) != 0
        && number(cl.deviceInfo(id, CL.CL_DEVICE_COMPILER_AVAILABLE)) != 0
        && number(cl.deviceInfo(id, CL.CL_DEVICE_ENDIAN_LITTLE)) != 0
        && number(cl.deviceInfo(id, CL.CL_DEVICE_MAX_WORK_GROUP_SIZE)) >= LaneKernels.PACKERS;
  }

  private static long number(byte[] info) {
    ByteBuffer bytes = ByteBuffer.wrap(info).order(ByteOrder.nativeOrder());
    return info.length == Long.BYTES ? bytes.getLong() : Integer.toUnsignedLong(bytes.getInt());
  }

  /** Text as C ends it. */
  static String text(byte[] info) {
    String text = new String(info, StandardCharsets.UTF_8);
    int end = text.indexOf(0);
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  @Override
  public String toString() {
    return name + ", driver " + driver;
  }
}
