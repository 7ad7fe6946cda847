package vail.bridge.opencl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.Supplier;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.cl_device_id;
import org.jocl.cl_platform_id;
import org.junit.jupiter.api.Test;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Capabilities;
import vail.backend.Probe;

class OpenClProviderTest {
  private static final int PLATFORM_NOT_FOUND = -1001;
  private static final OpenClOptions USUAL = OpenClOptions.usual(Optional.empty());

  @Test
  void isFoundAndCodesTheWholeFormat() {
    try (Backend backend = Families.ready(Backends.probe("opencl"))) {
      assertEquals("opencl", backend.name());
      assertEquals(Capabilities.ALL, backend.capabilities());
      assertTrue(backend.version().contains("driver"), backend.version());
    }
  }

  @Test
  void isAbsentWithoutAPlatform() {
    String reason = "no OpenCL platform is installed (apt install pocl-opencl-icd)";
    assertEquals(reason, absence(() -> new Listing(() -> new cl_platform_id[0], CL.CL_SUCCESS)));
    assertEquals(
        reason,
        absence(() ->
            new Listing(
                () -> {
                  throw new CLException("CL_PLATFORM_NOT_FOUND_KHR", PLATFORM_NOT_FOUND);
                },
                CL.CL_SUCCESS)));
  }

  @Test
  void isAbsentWithoutADevice() {
    String reason = absence(() -> new Listing(() -> new cl_platform_id[1], CL.CL_DEVICE_NOT_FOUND));
    assertTrue(reason.startsWith("no device"), reason);
  }

  @Test
  void isAbsentWhereADriverRefuses() {
    String reason =
        absence(() -> new Listing(() -> new cl_platform_id[1], CL.CL_OUT_OF_HOST_MEMORY));
    assertTrue(reason.startsWith("its driver refuses to work"), reason);
  }

  @Test
  void isAbsentWhereTheLibraryCannotBeLoaded() {
    String reason =
        absence(() -> {
          throw new UnsatisfiedLinkError("libOpenCL.so.1: file too short");
        });
    assertTrue(reason.startsWith("libOpenCL cannot be loaded: libOpenCL.so.1"), reason);
  }

  private static String absence(Supplier<Cl> calls) {
    return assertInstanceOf(Probe.Absent.class, OpenClProvider.probe(calls, USUAL)).reason();
  }

  /** Platforms that a test makes up, whose devices cannot be had. */
  private static final class Listing extends Cl {
    private final Supplier<cl_platform_id[]> platforms;
    private final int refusal;

    Listing(Supplier<cl_platform_id[]> platforms, int refusal) {
      this.platforms = platforms;
      this.refusal = refusal;
    }

    @Override
    cl_platform_id[] platforms() {
      return platforms.get();
    }

    @Override
    cl_device_id[] devices(cl_platform_id platform) {
      throw new CLException("no devices", refusal);
    }
  }
}
