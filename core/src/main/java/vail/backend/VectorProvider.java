package vail.backend;

import java.util.Optional;
import vail.block.TriedKernels;
import vail.tensor.PlaneKernels;

/**
 * Offers {@code java-vector}: kernels by the Vector API, where the JVM and the processor have it.
 */
public final class VectorProvider implements BackendProvider {
  private static final String MODULE = "jdk.incubator.vector";

  /** By name: a program without the module must never load them. */
  private static final String KERNELS = "vail.vector.VectorKernels";

  private static final String PLANES = "vail.vector.VectorPlanes";

  @Override
  public String name() {
    return "java-vector";
  }

  @Override
  public Probe probe() {
    return probe(ModuleLayer.boot());
  }

  /** Looks in the modules that a JVM was started with. */
  Probe probe(ModuleLayer modules) {
    if (modules.findModule(MODULE).isEmpty()) {
      return new Probe.Absent("the JVM was started without --add-modules " + MODULE);
    }
    try {
      TriedKernels kernels = (TriedKernels) made(KERNELS);
      Optional<String> reason = kernels.whyNot();
      return reason.isPresent()
          ? new Probe.Absent(reason.get())
          : new Probe.Ready(new SoftwareBackend(name(), kernels, (PlaneKernels) made(PLANES)));
    } catch (ReflectiveOperationException | LinkageError e) {
      return new Probe.Absent("the Vector API of this JDK is another than that of JDK 25: " + e);
    }
  }

  private static Object made(String name) throws ReflectiveOperationException {
    return Class.forName(name).getConstructor().newInstance();
  }
}
