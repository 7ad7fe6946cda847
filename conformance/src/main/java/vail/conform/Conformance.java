package vail.conform;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import vail.conform.dut.AbsentBackendException;
import vail.conform.dut.Dut;
import vail.conform.dut.DutFailure;
import vail.conform.dut.Duts;
import vail.conform.judge.Judge;
import vail.conform.judge.KnownFailures;
import vail.conform.judge.Question;
import vail.conform.judge.Result;
import vail.conform.judge.Verdicts;
import vail.conform.report.Run;

/** Judges implementations: the whole way from an address to a verdict. */
public final class Conformance {
  private Conformance() {}

  /**
   * Judges one implementation.
   *
   * @param progress hears of each request; told the number of all of them first
   * @throws AbsentBackendException if a backend of this project is not there
   * @throws DamagedSuiteException if the vectors are not what they should be
   * @throws IllegalArgumentException if the address, a pattern or a known failure is none
   * @throws IOException if this side cannot read or write
   */
  public static Run judge(Setup setup, IntFunction<Judge.Progress> progress)
      throws AbsentBackendException, IOException {
    Questions questions = Questions.of(setup.level(), setup.seed(), setup.shard());
    checkKnown(setup.known(), questions);
    Questions asked = questions.only(setup.only());
    Run.Exam exam =
        new Run.Exam(
            setup.dut().toString(),
            asked.suite(),
            setup.level().label(),
            setup.seed(),
            setup.only());
    Duts duts = new Duts(asked.suite(), setup.patience(), setup.reach());
    try (Dut dut = duts.open(setup.dut())) {
      List<Question> all = asked.all();
      List<Result> results =
          Judge.judge(dut, all, setup.seed(), setup.known(), progress.apply(2 * all.size()));
      return new Run(exam, Optional.of(dut.claim()), results);
    } catch (DutFailure e) {
      return new Run(exam, Optional.empty(), List.of(Verdicts.ofProtocol("protocol.hello", e)));
    }
  }

  private static void checkKnown(KnownFailures known, Questions questions) {
    List<String> ids = questions.all().stream().map(q -> q.vector().id()).toList();
    for (String id : known.states().keySet()) {
      if (!ids.contains(id)) {
        throw new IllegalArgumentException(
            "the list of known failures names " + id + ", which is no vector of this level");
      }
    }
  }
}
