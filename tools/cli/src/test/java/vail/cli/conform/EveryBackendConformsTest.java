package vail.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.BackendProvider;
import vail.backend.Backends;
import vail.conform.Conformance;
import vail.conform.Setup;
import vail.conform.dut.AbsentBackendException;
import vail.conform.dut.DutAddress;
import vail.conform.report.Run;
import vail.conform.report.Summary;
import vail.conform.vector.Level;
import vail.testing.Absence;

/** One contract for all backends that this program brings along. */
class EveryBackendConformsTest {
  static List<String> backends() {
    return Backends.providers().stream().map(BackendProvider::name).toList();
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
}
