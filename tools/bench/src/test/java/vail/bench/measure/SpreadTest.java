package vail.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void takesTheMiddleOfAnOddNumberOfValues() {
    assertEquals(new Spread(2, 1, 9), Spread.of(9, 1, 2));
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddle() {
    assertEquals(new Spread(3, 1, 9), Spread.of(9, 4, 1, 2));
  }

  @Test
  void dividesRoundByRound() {
    // Both slowed down in the second round: their ratio did not.
    assertEquals(
        new Spread(2, 2, 2), Spread.ofRatios(new double[] {8, 2, 6}, new double[] {4, 1, 3}));
  }

  @Test
  void refusesToSumUpNothing() {
    assertThrows(IllegalArgumentException.class, () -> Spread.of());
  }

  @Test
  void findsTheValueThatMostDoNotExceed() {
    double[] values = new double[200];
    for (int i = 0; i < values.length; i++) {
      values[i] = 200 - i;
    }

    assertEquals(198, Spread.quantile(values, 0.99));
    assertEquals(7, Spread.quantile(new double[] {7}, 0.99));
  }
}
