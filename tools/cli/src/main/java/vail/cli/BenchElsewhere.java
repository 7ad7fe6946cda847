package vail.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Stands for {@code bench} in the light jar, which has none of the peers. */
@Command(name = BenchElsewhere.NAME, description = BenchElsewhere.DESCRIPTION)
public final class BenchElsewhere implements Callable<Integer> {
  /** The command's name. */
  public static final String NAME = "bench";

  /** What it does. */
  public static final String DESCRIPTION =
      "Time every backend on this machine beside its peers, in one process.";

  @Unmatched private String[] ignored = {};

  @Override
  public Integer call() {
    throw new AbsentException(
        NAME, "its peers are in a jar of their own, which ./vail bench builds and starts");
  }
}
