package vail.bench.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OurBackendsTest {
  @Test
  void showsEveryLevelOfTheNativeBackendReadyOrAbsent() {
    try (OurBackends ours = new OurBackends()) {
      Set<String> levels =
          ours.contenders().stream()
              .map(Contender::label)
              .filter(label -> label.codec().equals("native-simd"))
              .map(Label::level)
              .collect(Collectors.toSet());

      assertEquals(Set.of("avx512", "avx2", "portable", "reference"), levels);
    }
  }

  @Test
  void runsScalarJavaInBothLayoutsAndTheReferenceInOne() {
    try (OurBackends ours = new OurBackends()) {
      assertEquals(2, layouts(ours, "java-scalar"));
      assertEquals(1, layouts(ours, "java-reference"));
    }
  }

  private static long layouts(OurBackends ours, String codec) {
    return ours.contenders().stream()
        .filter(contender -> contender.label().codec().equals(codec))
        .peek(contender -> assertTrue(contender instanceof Contender.Ready, codec))
        .count();
  }
}
