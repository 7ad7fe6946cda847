package vail.conform.planted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.conform.host.BackendAnswerer;
import vail.conform.judge.Question;

/**
 * No false alarm for the codecs of {@code core}; in slices, so that mutation tests of these codecs
 * need to run only those that reach a mutant.
 */
@Tag("mutants")
class CorrectImplementationsTest {
  private static final int SLICE = 64;

  static List<Arguments> slices() {
    List<Question> core = Exam.core();
    List<Arguments> slices = new ArrayList<>();
    for (String backend : List.of("java-reference", "java-scalar")) {
      for (int from = 0; from < core.size(); from += SLICE) {
        List<Question> slice = core.subList(from, Math.min(core.size(), from + SLICE));
        slices.add(Arguments.of(backend, Named.of(slice.getFirst().vector().id(), slice)));
      }
    }
    return slices;
  }

  @ParameterizedTest(name = "{0} from {1} on")
  @MethodSource("slices")
  void nothingFails(String name, List<Question> slice) throws Exception {
    Probe.Ready ready = assertInstanceOf(Probe.Ready.class, Backends.probe(name));
    try (Backend backend = ready.backend()) {
      assertEquals(List.of(), Exam.failures(new BackendAnswerer(backend), slice));
    }
  }
}
