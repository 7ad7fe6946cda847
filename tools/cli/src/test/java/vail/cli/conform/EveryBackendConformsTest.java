package vail.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.conform.Conformance;
import vail.conform.Setup;
import vail.conform.dut.AbsentBackendException;
import vail.conform.dut.Dut;
import vail.conform.dut.DutAddress;
import vail.conform.dut.InProcessDut;
import vail.conform.generate.Fresh;
import vail.conform.host.BackendAnswerer;
import vail.conform.judge.Judge;
import vail.conform.judge.KnownFailures;
import vail.conform.judge.Question;
import vail.conform.report.Run;
import vail.conform.report.Summary;
import vail.conform.vector.Level;
import vail.testing.Absence;
import vail.testing.BackendNames;

/** One contract for all backends that this program brings along. */
class EveryBackendConformsTest {
  static Stream<String> backends() {
    return BackendNames.all();
  }

  @ParameterizedTest
  @MethodSource("backends")
  void passesCore(String backend) throws Exception {
    long seed = new SplittableRandom().nextLong();
    try {
      Run run =
          Conformance.judge(
              Setup.of(DutAddress.of("java:" + backend), Level.CORE, seed), total -> done -> {});

      assertEquals(Run.Verdict.PASS, run.verdict(), () -> Summary.text(run));
    } catch (AbsentBackendException e) {
      throw Absence.ofBackend(e.backend(), e.getMessage());
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void passesWhatIsFresh(String name) throws Exception {
    long seed = new SplittableRandom().nextLong();
    List<Question> fresh =
        Fresh.of(seed).vectors().stream().map(vector -> new Question(vector, Level.FRESH)).toList();
    switch (Backends.probe(name)) {
      case Probe.Absent(String reason) -> throw Absence.ofBackend(name, reason);
      case Probe.Ready(Backend backend) -> {
        try (Dut dut = new InProcessDut(new BackendAnswerer(backend), "fresh", backend::close)) {
          assertEquals(
              List.of(),
              Judge.judge(dut, fresh, seed, KnownFailures.NONE, done -> {}).stream()
                  .filter(result -> result.state().fails())
                  .toList(),
              () -> "seed " + Long.toHexString(seed));
        }
      }
    }
  }
}
