package vail.conform.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vail.conform.judge.Judge;
import vail.conform.judge.Result;
import vail.conform.judge.State;
import vail.conform.wire.Claim;

/**
 * An implementation's exam and how it went.
 *
 * @param exam what was asked
 * @param claim what the implementation says of itself; empty if it never came to that
 * @param results one a vector
 */
public record Run(Exam exam, Optional<Claim> claim, List<Result> results) {
  /**
   * What was asked.
   *
   * @param dut address of the implementation
   * @param suite version of the vectors
   * @param level {@code smoke, core, extended, fresh}
   * @param seed of the order and of the fresh vectors
   * @param only which vectors were left in; empty for all
   */
  public record Exam(String dut, String suite, String level, long seed, List<String> only) {
    /** Takes a copy. */
    public Exam {
      only = List.copyOf(only);
    }

    /** The seed as people write it. */
    public String seedText() {
      return "0x%016x".formatted(seed);
    }
  }

  /** The run's outcome. */
  public enum Verdict {
    /** All that was asked and must pass does. */
    PASS,
    /** Something fails, or nothing was shown. */
    FAIL,
    /** The implementation could not be asked. */
    UNUSABLE
  }

  /** Takes a copy. */
  public Run {
    results = List.copyOf(results);
  }

  /** How many vectors ended in each state, in the order of the states. */
  public Map<State, Integer> counts() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    results.forEach(result -> counts.merge(result.state(), 1, Integer::sum));
    return counts;
  }

  /** How many ended in one state. */
  public int count(State state) {
    return counts().getOrDefault(state, 0);
  }

  /** Vectors that were asked. */
  public int asked() {
    return (int) results.stream().filter(result -> result.state().asked()).count();
  }

  /** Vectors that were asked and do not fail. */
  public int good() {
    return (int) results.stream().filter(r -> r.state().asked() && !r.state().fails()).count();
  }

  /** Results that fail the run. */
  public List<Result> failures() {
    return results.stream().filter(result -> result.state().fails()).toList();
  }

  /** The outcome: an empty claim, or one of which nothing was asked, proves nothing. */
  public Verdict verdict() {
    boolean answered = count(State.PASS) > 0;
    boolean stopped = count(State.SKIPPED) > 0;
    if (claim.isEmpty() || stopped && !answered) {
      return Verdict.UNUSABLE;
    }
    boolean sound = failures().isEmpty() && !stopped && answered && claim.get().codes();
    return sound ? Verdict.PASS : Verdict.FAIL;
  }

  /** Whether requests were only written down, to be answered and judged later. */
  public boolean recorded() {
    return results.stream().anyMatch(result -> result.error().equals(Judge.RECORDED));
  }

  /** Whether the answers look learned by heart: all that was published is right, fresh is not. */
  public boolean memorised() {
    long fresh = failures().stream().filter(r -> r.level().equals("fresh")).count();
    boolean manyAsked =
        results.stream().anyMatch(r -> !r.level().equals("fresh") && r.state() == State.PASS);
    return fresh > 0 && fresh == failures().size() && manyAsked;
  }

  /** One line that says what may be claimed; the words after "not" are part of it. */
  public String claimLine() {
    String who = claim.map(c -> c.name() + " " + c.version()).orElse(exam.dut()).strip();
    String what = claim.map(c -> String.join("+", c.roles())).orElse("nothing");
    String aside =
        count(State.NOT_APPLICABLE) == 0 ? "" : ", " + count(State.NOT_APPLICABLE) + " not claimed";
    String known =
        count(State.KNOWN_FAIL) == 0 ? "" : ", " + count(State.KNOWN_FAIL) + " known to fail";
    String part = exam.only().isEmpty() ? "" : " (only " + String.join(" ", exam.only()) + ")";
    return "vail-conformance %s %s%s: %s, %s %d/%d%s%s, seed %s"
        .formatted(
            exam.suite(),
            exam.level(),
            part,
            who,
            what,
            good() - count(State.KNOWN_FAIL),
            asked(),
            known,
            aside,
            exam.seedText());
  }

  /** The command that asks one vector again; all of them if none is named. */
  public String reproduction(String id) {
    String dut = quoted(exam.dut());
    boolean all = id.isEmpty() || id.startsWith("protocol.");
    List<String> only = all ? exam.only() : List.of(id);
    return "vail conform --dut %s --level %s --seed %s%s"
        .formatted(
            dut,
            exam.level(),
            exam.seedText(),
            only.isEmpty() ? "" : " --only " + quoted(String.join(",", only)));
  }

  private static String quoted(String text) {
    if (text.matches("[\\w.:/=+,-]+")) {
      return text;
    }
    return "'" + text.replace("'", "'\\''") + "'";
  }

  /** All states, those shown first in front. */
  static List<State> states() {
    return Arrays.asList(State.values());
  }
}
