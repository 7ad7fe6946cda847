package vail.cli.conform;

import picocli.CommandLine.Option;
import vail.cli.UsageException;

/** The options of the way to an implementation. */
final class WayOptions {
  @Option(
      names = "--time-scale",
      paramLabel = "FACTOR",
      description = "Wait so many times longer for answers, for simulators (default: 1).")
  private double timeScale = 1;

  @Option(names = "--allow-remote", description = "Let tcp: connect to other machines.")
  private boolean allowRemote;

  double timeScale() {
    if (!(timeScale > 0 && timeScale <= 100_000)) {
      throw new UsageException("--time-scale wants a factor above 0, at most 100000");
    }
    return timeScale;
  }

  boolean allowRemote() {
    return allowRemote;
  }
}
