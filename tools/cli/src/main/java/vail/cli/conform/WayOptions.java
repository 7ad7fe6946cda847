package vail.cli.conform;

import picocli.CommandLine.Option;
import vail.cli.UsageException;
import vail.conform.Shard;

/** The options of slow and of distant implementations. */
final class WayOptions {
  @Option(
      names = "--time-scale",
      paramLabel = "FACTOR",
      description = "Wait so many times longer for answers, for simulators (default: 1).")
  private double timeScale = 1;

  @Option(names = "--allow-remote", description = "Let tcp: connect to other machines.")
  private boolean allowRemote;

  @Option(
      names = "--shard",
      paramLabel = "I/N",
      description = "Of the extended level ask the I-th of N parts only (default: 1/1).")
  private String shard = "1/1";

  Shard shard() {
    return Shard.parse(shard);
  }

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
