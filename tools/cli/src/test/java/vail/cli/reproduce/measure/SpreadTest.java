package vail.cli.reproduce.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void takesTheMiddleOfAnOddNumber() {
    Spread spread = of(5, 1, 2);

    assertEquals(2, spread.median());
    assertEquals(5, spread.worst());
    assertEquals(0, spread.worstShard().index());
  }

  @Test
  void takesTheMeanOfTheTwoInTheMiddleOfAnEvenNumber() {
    assertEquals(2.5, of(1, 2, 3, 9).median());
  }

  @Test
  void refusesToSpeakOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
  }

  private static Spread of(double... values) {
    return Spread.of(
        IntStream.range(0, values.length)
            .mapToObj(i -> new Spread.Point(new ShardName("t", OptionalInt.empty(), i), values[i]))
            .toList());
  }
}
