package vail.backend;

import java.util.Optional;
import vail.block.TriedKernels;

/**
 * Offers {@code java-vector}: kernels by the Vector API, where the JVM and the processor have it.
 */
public final class VectorProvider implements BackendProvider {
  private static final String MODULE = "jdk.incubator.vector";

  /** By name: a program without the module must never load it. */
  private static final String KERNELS = "vail.vector.VectorKernels";

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
      var constructor = Class.forName(KERNELS).getConstructor();
      TriedKernels kernels = (TriedKernels) constructor.newInstance();
      Optional<String> reason = kernels.whyNot();
      return reason.isPresent()
          ? new Probe.Absent(reason.get())
          : new Probe.Ready(new SoftwareBackend(name(), kernels));
    } catch (ReflectiveOperationException | LinkageError e) {
      return new Probe.Absent("the Vector API of this JDK is another than that of JDK 25: " + e);
    }
  }
}
