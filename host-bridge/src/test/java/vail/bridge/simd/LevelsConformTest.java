package vail.bridge.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.conform.dut.Dut;
import vail.conform.dut.InProcessDut;
import vail.conform.generate.Fresh;
import vail.conform.host.BackendAnswerer;
import vail.conform.judge.Judge;
import vail.conform.judge.KnownFailures;
import vail.conform.judge.Question;
import vail.conform.judge.Result;
import vail.conform.vector.Level;
import vail.conform.vector.VectorSet;

/** The judge of every implementation, asked about each level of the kernels. */
class LevelsConformTest {
  static List<String> levels() {
    return Levels.ALL;
  }

  @ParameterizedTest
  @MethodSource("levels")
  void passesCoreAndFresh(String level) throws Exception {
    long seed = new SplittableRandom().nextLong();
    List<Question> questions =
        Stream.of(VectorSet.load(Level.CORE), Fresh.of(seed))
            .flatMap(set -> set.vectors().stream().map(v -> new Question(v, set.level())))
            .toList();
    Backend backend = Levels.open(level);
    try (Dut dut = new InProcessDut(new BackendAnswerer(backend), "core", backend::close)) {
      List<Result> failures =
          Judge.judge(dut, questions, seed, KnownFailures.NONE, done -> {}).stream()
              .filter(result -> result.state().fails())
              .toList();

      assertEquals(List.of(), failures, () -> "seed " + Long.toHexString(seed));
    }
  }
}
