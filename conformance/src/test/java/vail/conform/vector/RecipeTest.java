package vail.conform.vector;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class RecipeTest {
  @Test
  void repeatsACycle() {
    assertArrayEquals(HexFormat.of().parseHex("0102030102"), new Recipe.Cycle(5, "010203").make());
    assertThrows(IllegalArgumentException.class, () -> new Recipe.Cycle(5, ""));
  }

  @Test
  void drawsOnlyWhatHasWeightAndMovesAllButZero() {
    long[] weights = new long[256];
    weights[0] = 1;
    weights[255] = 3;

    byte[] symbols = new Recipe.Draw(1, 1000, new Table("two", weights), 10).make();

    int zeros = 0;
    for (byte symbol : symbols) {
      zeros += symbol == 0 ? 1 : 0;
      // 255 moved by 10 is 10, because 0 is left out of the circle.
      assertEquals(0, symbol * (symbol - 10));
    }
    assertEquals(250, zeros, 60);
  }

  @Test
  void refusesTablesThatGiveNothing() {
    assertThrows(IllegalArgumentException.class, () -> new Table("none", new long[256]));
    assertThrows(IllegalArgumentException.class, () -> new Table("few", 1, 2, 3));
  }
}
