package vail.cli.sim;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParseResult;
import vail.cli.UsageException;

/** Refuses options that nobody would read, rather than pass over what somebody meant by them. */
final class UnreadOptions {
  /**
   * Options of some modes.
   *
   * @param modes that read them
   * @param why others do not
   */
  private record Rule(Set<Mode> modes, String why, List<String> options) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              EnumSet.of(Mode.BYTES, Mode.LIVE),
              "only --mode bytes and live move bytes",
              List.of("--data", "--seed", "--specials", "--books", "--step-books", "--backend")),
          new Rule(
              EnumSet.of(Mode.LIVE),
              "only --mode live runs dies",
              List.of(
                  "--transport",
                  "--dilation",
                  "--faults",
                  "--compare",
                  "--rank",
                  "--peers",
                  "--rounds",
                  "--drift",
                  "--drift-alarm")));

  private UnreadOptions() {}

  /**
   * Looks at what was given.
   *
   * @throws UsageException about the first that is not read
   */
  static void check(ParseResult given, Mode mode) {
    for (Rule rule : RULES) {
      for (String option : rule.options) {
        want(!given.hasMatchedOption(option) || rule.modes.contains(mode), option, rule.why);
      }
    }
    want(
        !given.hasMatchedOption("-f") || !given.hasMatchedOption("-i"),
        "-f",
        "-i says already what comes after a size");
    want(
        !given.hasMatchedOption("--trace-limit") || given.hasMatchedOption("--trace"),
        "--trace-limit",
        "there is no --trace");
  }

  private static void want(boolean holds, String option, String otherwise) {
    if (!holds) {
      throw new UsageException(option + ": " + otherwise);
    }
  }
}
