package vail.conform.judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vail.conform.dut.Dut;
import vail.conform.dut.DutFailure;
import vail.conform.random.SplitMix64;
import vail.conform.random.Xoshiro256;

/**
 * Puts an implementation through an exam: all questions in an order of the seed, one in twenty
 * asked twice at once, then all again in reverse order, so that what one leaves behind meets
 * others.
 */
public final class Judge {
  /** Why vectors are skipped whose requests were only written down. */
  public static final String RECORDED = "written down, to be answered later";

  private static final int ONE_REPEATED_IN = 20;
  private static final int ONE_PROBED_IN = 16;

  private final Dut dut;
  private final long seed;
  private final Examiner examiner;
  private final Fuse fuse = new Fuse();
  private final Map<Question, Trial> trials = new LinkedHashMap<>();

  private Judge(Dut dut, long seed) {
    this.dut = dut;
    this.seed = seed;
    this.examiner = new Examiner(dut);
  }

  /** Hears how far an exam is. */
  public interface Progress {
    /** So many more requests of two passes are done. */
    void add(int done);
  }

  /**
   * Judges.
   *
   * @param dut open; stays open
   * @param questions with ids that differ
   * @param seed of the order
   * @return one result a question, in the order of the questions
   * @throws IOException if this side cannot read or write
   */
  public static List<Result> judge(
      Dut dut, List<Question> questions, long seed, KnownFailures known, Progress progress)
      throws IOException {
    return new Judge(dut, seed).run(questions, known, progress);
  }

  private List<Result> run(List<Question> questions, KnownFailures known, Progress progress)
      throws IOException {
    List<Question> order = new ArrayList<>(questions);
    shuffle(order);
    for (Question question : order) {
      first(question);
      progress.add(1);
    }
    Collections.reverse(order);
    for (Question question : order) {
      again(question, "in reverse order");
      progress.add(1);
    }
    List<Result> results = new ArrayList<>();
    for (Question question : questions) {
      Result result = Verdicts.result(question, trial(question));
      results.add(
          dut.recording() && result.state().asked()
              ? result.in(State.SKIPPED, RECORDED)
              : known.judge(result));
    }
    end().ifPresent(results::add);
    return results;
  }

  private void shuffle(List<Question> order) {
    Xoshiro256 random = new Xoshiro256(seed);
    for (int i = order.size() - 1; i > 0; i--) {
      Collections.swap(order, i, random.below(i + 1));
    }
  }

  private void first(Question question) throws IOException {
    trials.put(question, ask(question));
    if (drawn(question, ONE_REPEATED_IN)) {
      again(question, "asked again at once");
    }
  }

  private Trial ask(Question question) throws IOException {
    Optional<List<Step>> steps = Script.of(question.vector());
    Coverage coverage = Coverage.of(question.vector(), steps.orElse(List.of()), dut.claim());
    if (steps.isEmpty()) {
      return Trial.aside(
          State.NOT_APPLICABLE,
          coverage.complete() ? "the protocol has no words for it" : coverage.words());
    }
    boolean probed = coverage.mayBeAsked() && drawn(question, ONE_PROBED_IN);
    if (!coverage.complete() && !probed) {
      return Trial.aside(State.NOT_APPLICABLE, coverage.words());
    }
    Optional<String> stopped = fuse.blown();
    if (stopped.isPresent()) {
      return Trial.aside(State.SKIPPED, stopped.get());
    }
    Trial trial = examiner.ask(question.vector(), steps.get(), coverage);
    fuse.note(trial.state());
    return trial;
  }

  /** What has died once is not asked to die again. */
  private void again(Question question, String when) throws IOException {
    Trial before = trial(question);
    if (!before.state().asked() || before.died() || fuse.blown().isPresent()) {
      return;
    }
    trials.put(question, before.with(ask(question), when));
  }

  private Trial trial(Question question) {
    Trial trial = trials.get(question);
    if (trial == null) {
      throw new IllegalArgumentException("two questions are one: " + question.vector().id());
    }
    return trial;
  }

  /** A draw that depends on the seed and the vector alone, not on what else is asked. */
  private boolean drawn(Question question, int oneIn) {
    long mixed = seed ^ (long) question.vector().id().hashCode() << 32 ^ oneIn;
    return Long.remainderUnsigned(new SplitMix64(mixed).next(), oneIn) == 0;
  }

  private Optional<Result> end() throws IOException {
    Optional<DutFailure> failure = dut.finish();
    return failure.map(f -> Verdicts.ofProtocol("protocol.end", f));
  }
}
