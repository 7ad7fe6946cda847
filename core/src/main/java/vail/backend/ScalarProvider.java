package vail.backend;

import vail.block.ScalarPayload;

/** Offers {@code java-scalar}: the fast kernels that run wherever Java runs. */
public final class ScalarProvider implements BackendProvider {
  @Override
  public String name() {
    return "java-scalar";
  }

  @Override
  public Probe probe() {
    return new Probe.Ready(new SoftwareBackend(name(), ScalarPayload::new));
  }
}
