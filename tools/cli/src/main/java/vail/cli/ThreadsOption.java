package vail.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says how many threads work. */
public final class ThreadsOption {
  private static final int MOST = 1024;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that work, 1 to 1024 (default: one a processor).")
  private Optional<Integer> threads = Optional.empty();

  /**
   * The number of threads.
   *
   * @throws UsageException if it is out of range
   */
  public int threads() {
    int number = threads.orElse(Math.min(MOST, Runtime.getRuntime().availableProcessors()));
    if (number < 1 || number > MOST) {
      throw new UsageException("--threads " + number + ": accepted are 1 to " + MOST);
    }
    return number;
  }
}
