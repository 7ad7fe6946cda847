package vail.bridge.opencl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;

/** Which devices there are. */
final class Devices {
  /** Of the extension by which drivers are found; JOCL has no name for it. */
  private static final int PLATFORM_NOT_FOUND = -1001;

  private Devices() {}

  /**
   * The device to use: one with memory of its own if there is any.
   *
   * @throws AbsentException if there is none
   */
  static Device best(Cl cl) {
    List<Device> devices = new ArrayList<>();
    for (cl_platform_id platform : platforms(cl)) {
      for (cl_device_id id : devices(cl, platform)) {
        if (Device.isOfUse(cl, id)) {
          devices.add(Device.of(cl, platform, id));
        }
      }
    }
    Optional<Device> best = devices.stream().min(Comparator.comparing(Device::isCpu));
    return best.orElseThrow(() ->
        new AbsentException(
            "no device of its platforms is there, compiles, is little-endian and runs groups of 256"));
  }

  private static cl_platform_id[] platforms(Cl cl) {
    String none = "no OpenCL platform is installed (apt install pocl-opencl-icd)";
    try {
      cl_platform_id[] platforms = cl.platforms();
      if (platforms.length == 0) {
        throw new AbsentException(none);
      }
      return platforms;
    } catch (CLException e) {
      throw e.getStatus() == PLATFORM_NOT_FOUND ? new AbsentException(none) : e;
    }
  }

  private static cl_device_id[] devices(Cl cl, cl_platform_id platform) {
    try {
      return cl.devices(platform);
    } catch (CLException e) {
      if (e.getStatus() == CL.CL_DEVICE_NOT_FOUND) {
        return new cl_device_id[0];
      }
      throw e;
    }
  }

  /** There is nothing to run on. */
  static final class AbsentException extends RuntimeException {
    AbsentException(String reason) {
      super(reason);
    }
  }
}
