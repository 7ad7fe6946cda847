package vail.cli.sim;

import java.util.Set;
import picocli.CommandLine.Option;
import vail.cli.UsageException;

/** Flags of nccl-tests that a simulator takes note of, or need not act upon. */
final class TestOptions {
  private static final Set<String> OPERATIONS = Set.of("sum");

  @Option(
      names = {"-n", "--iters"},
      paramLabel = "N",
      defaultValue = "1",
      description =
          "Iterations: all take the same time here, so one is run, and a row has no p50, p99 or cv; how"
              + " long messages and codecs waited is said instead (default: 1).")
  private int iterations;

  @Option(
      names = {"-w", "--warmup_iters"},
      paramLabel = "N",
      defaultValue = "0",
      description = "Iterations to warm up: none are needed here (default: 0).")
  private int warmUps;

  @Option(
      names = {"-c", "--check"},
      paramLabel = "0|1",
      defaultValue = "0",
      description = "Check results: --mode bytes and live always do, others cannot (default: 0).")
  private int check;

  @Option(
      names = {"-o", "--op"},
      paramLabel = "OP",
      defaultValue = "sum",
      description = "Reduction: sum (default: sum).")
  private String operation = "sum";

  @Option(
      names = {"-r", "--root"},
      paramLabel = "DIE",
      defaultValue = "0",
      description = "Root of broadcast and reduce: 0 (default: 0).")
  private int root;

  /** The operation, e.g. {@code sum}. */
  String operation() {
    return operation;
  }

  void check(Mode mode) {
    want(iterations >= 1, "-n: 1 or more is accepted, not " + iterations);
    want(warmUps >= 0, "-w: 0 or more is accepted, not " + warmUps);
    want(check == 0 || check == 1, "-c: 0 and 1 are accepted, not " + check);
    want(
        check == 0 || mode.movesBytes(),
        "-c 1: only --mode bytes and live move bytes that can be checked");
    want(OPERATIONS.contains(operation), "-o: sum is accepted, not " + operation);
    want(root == 0, "-r: 0 is accepted, not " + root);
  }

  private static void want(boolean holds, String otherwise) {
    if (!holds) {
      throw new UsageException(otherwise);
    }
  }
}
