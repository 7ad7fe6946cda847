package vail.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.Codebook;
import vail.testing.RandomBooks;

class TableCacheTest {
  private final Codebook book = RandomBooks.of(new SplittableRandom(61), BookClass.SHORT, 20);
  private final Codebook other = RandomBooks.of(new SplittableRandom(62), BookClass.SHORT, 20);
  private final TableCache<Noted> cache = new TableCache<>(Noted::new);

  @Test
  void keepsATableForEachBookAndBias() {
    Noted first = cache.of(book, 3);

    assertNotSame(first, cache.of(book, 4));
    assertNotSame(first, cache.of(other, 3));
    assertSame(first, cache.of(book, 3));
    assertEquals(1, first.loads);
  }

  @Test
  void knowsABookByWhatItSays() {
    int[] lengths = new int[257];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      lengths[symbol] = book.length(symbol);
    }

    assertSame(
        cache.of(book, 3), cache.of(Codebook.of(BookClass.SHORT, book.center(), lengths), 3));
  }

  @Test
  void fillsTheTableUsedLongestAgoAgainWhenAllAreTaken() {
    Set<Noted> tables = new HashSet<>();
    for (int bias = 0; bias < 255; bias++) {
      cache.of(book, 0);
      tables.add(cache.of(book, bias));
    }

    assertEquals(1, cache.of(book, 0).loads);
    assertEquals("254", cache.of(book, 254).holds);
    assertEquals(255, tables.stream().mapToInt(table -> table.loads).sum());
    assertEquals(12, tables.size());
  }

  private static final class Noted implements TableCache.Table {
    private int loads;
    private String holds = "";

    @Override
    public void load(Codebook loaded, int bias) {
      loads++;
      holds = "" + bias;
    }
  }
}
