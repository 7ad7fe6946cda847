package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** B-05, B-06. */
class BiasTransformTest {
  @Test
  void movesEverySymbolUnderEveryBiasAndBack() {
    for (int bias = 0; bias < 255; bias++) {
      Set<Integer> seen = new HashSet<>();
      for (int symbol = 0; symbol < 256; symbol++) {
        int t = BiasTransform.apply(symbol, bias);
        seen.add(t);
        assertEquals(symbol, BiasTransform.invert(t, bias), "symbol " + symbol + " bias " + bias);
      }
      assertEquals(256, seen.size());
    }
  }

  @Test
  void leavesZeroAndWithoutBiasEverythingWhereItIs() {
    for (int i = 0; i < 255; i++) {
      assertEquals(0, BiasTransform.apply(0, i));
      assertEquals(i, BiasTransform.apply(i, 0));
    }
  }

  @Test
  void movesTheMeanToTheCenter() {
    for (int mean = 1; mean < 256; mean++) {
      for (int center = 1; center < 256; center++) {
        int bias = BiasTransform.bias(mean, center);
        assertEquals(Math.floorMod(mean - center, 255), bias);
        assertEquals(0, (BiasTransform.apply(mean, bias) - center) % 255);
      }
    }
  }

  @Test
  void hasNoBiasForABlockOfZeros() {
    assertEquals(0, BiasTransform.bias(0, 128));
  }

  @Test
  void shiftsModulo255() {
    assertEquals(254, BiasTransform.shifted(0, -1));
    assertEquals(0, BiasTransform.shifted(254, 1));
    assertEquals(0, BiasTransform.shifted(254, -254));
  }
}
