package vail.conform.planted;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import vail.conform.dut.Dut;
import vail.conform.dut.DutFailure;
import vail.conform.dut.InProcessDut;
import vail.conform.host.Answerer;
import vail.conform.judge.Judge;
import vail.conform.judge.KnownFailures;
import vail.conform.judge.Question;
import vail.conform.judge.Result;
import vail.conform.vector.Level;
import vail.conform.vector.VectorSet;

/** Puts an implementation through the vectors of {@code core}, in this process. */
final class Exam {
  /** Of every order of questions here. */
  static final long SEED = 6;

  private static final int SLICE = 128;

  private Exam() {}

  /** The questions of {@code core}, those of {@code smoke} among them. */
  static List<Question> core() {
    return VectorSet.load(Level.CORE).vectors().stream()
        .map(vector -> new Question(vector, Level.CORE))
        .toList();
  }

  /** All results. */
  static List<Result> results(Answerer answerer, List<Question> questions)
      throws IOException, DutFailure {
    try (Dut dut = new InProcessDut(answerer, "planted", () -> {})) {
      return Judge.judge(dut, questions, SEED, KnownFailures.NONE, done -> {});
    }
  }

  /** The results that fail. */
  static List<Result> failures(Answerer answerer, List<Question> questions)
      throws IOException, DutFailure {
    return results(answerer, questions).stream().filter(r -> r.state().fails()).toList();
  }

  /**
   * The failures of a bug up to the first slice of the questions that catches it as it should be
   * caught.
   *
   * @param questions with an order in which those that tell much come early
   */
  static List<Result> untilCaught(Bug bug, List<Question> questions)
      throws IOException, DutFailure {
    List<Result> seen = new ArrayList<>();
    for (int from = 0; from < questions.size(); from += SLICE) {
      List<Question> slice = questions.subList(from, Math.min(questions.size(), from + SLICE));
      seen.addAll(failures(new PlainCodec(Plant.of(bug)), slice));
      if (seen.stream().anyMatch(r -> bug.states().contains(r.state()))) {
        break;
      }
    }
    return seen;
  }
}
