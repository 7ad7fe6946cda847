package vail.backend;

import vail.block.ReferencePayload;

/** Offers {@code java-reference}: slow, and the judge of all others. */
public final class ReferenceProvider implements BackendProvider {
  @Override
  public String name() {
    return "java-reference";
  }

  @Override
  public Probe probe() {
    return new Probe.Ready(new SoftwareBackend(name(), ReferencePayload::new));
  }
}
