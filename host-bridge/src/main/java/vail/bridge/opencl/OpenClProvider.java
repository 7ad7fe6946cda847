package vail.bridge.opencl;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jocl.CLException;
import vail.backend.BackendProvider;
import vail.backend.Probe;

/** Offers {@code opencl}: whatever device OpenCL finds, one with memory of its own first. */
public final class OpenClProvider implements BackendProvider {
  static final String NAME = "opencl";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Probe probe() {
    return probe(OpenClOptions.usual(Optional.empty()));
  }

  @Override
  public Probe probe(Path kept) {
    return probe(OpenClOptions.usual(Optional.of(kept.resolve("opencl"))));
  }

  /** Looks for a device, which is then used so. */
  public Probe probe(OpenClOptions options) {
    return probe(Cl::new, options);
  }

  static Probe probe(Supplier<Cl> calls, OpenClOptions options) {
    try {
      return probe(calls.get(), options);
    } catch (LinkageError e) {
      return new Probe.Absent(
          "libOpenCL cannot be loaded: " + e.getMessage() + " (apt install ocl-icd-libopencl1)");
    }
  }

  static Probe probe(Cl cl, OpenClOptions options) {
    try {
      return new Probe.Ready(OpenClBackend.open(cl, Devices.best(cl), options));
    } catch (Devices.AbsentException e) {
      return new Probe.Absent(String.valueOf(e.getMessage()));
    } catch (CLException e) {
      return new Probe.Absent("its driver refuses to work: " + e.getMessage());
    }
  }
}
