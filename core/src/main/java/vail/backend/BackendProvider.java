package vail.backend;

import java.nio.file.Path;

/** Finds out whether a backend can run here. Found by {@link java.util.ServiceLoader}. */
public interface BackendProvider {
  /** The name of the backend it offers. */
  String name();

  /** Looks, without side effects beyond loading what the backend needs. */
  Probe probe();

  /**
   * The same, and what costs time to make again may be kept in a folder.
   *
   * @param kept need not exist yet; a provider does without one that it cannot use
   */
  default Probe probe(Path kept) {
    return probe();
  }

  /**
   * Looks for the backend on a device that the user names.
   *
   * @param device what stands behind the backend's name and a colon: {@code sim} of {@code
   *     board:sim}
   */
  default Probe probeOn(String device) {
    return new Probe.Absent(name() + " takes no device, and \"" + device + "\" was named");
  }

  /** The same with a folder as {@link #probe(Path)} has one. */
  default Probe probeOn(String device, Path kept) {
    return probeOn(device);
  }
}
