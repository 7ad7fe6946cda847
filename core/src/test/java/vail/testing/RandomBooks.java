package vail.testing;

import java.util.SplittableRandom;
import vail.code.BookClass;
import vail.code.CodeLengths;
import vail.code.Codebook;

/** Complete codebooks of every shape, from a seed. */
public final class RandomBooks {
  private RandomBooks() {}

  /** A book in which a random number of symbols have codes: random ones, or neighbours. */
  public static Codebook any(SplittableRandom random, BookClass bookClass) {
    int most = bookClass == BookClass.LONG ? 256 : 255;
    int few = random.nextInt(1, 20);
    return switch (random.nextInt(3)) {
      case 0 -> of(random, bookClass, few);
      case 1 -> of(random, bookClass, random.nextInt(1, most + 1));
      default -> neighbours(random, bookClass, random.nextInt(1, 70));
    };
  }

  /** A book in which {@code coded} random symbols have codes, and an escape unless all have. */
  public static Codebook of(SplittableRandom random, BookClass bookClass, int coded) {
    return of(random, bookClass, coded, shuffled(random));
  }

  /**
   * A book as exponents have them: its symbols follow one another, from 255 to 1 or to 0, with a
   * few gaps or none.
   */
  private static Codebook neighbours(SplittableRandom random, BookClass bookClass, int coded) {
    boolean withZero = random.nextBoolean();
    int circle = withZero ? 256 : 255;
    int start = random.nextInt(circle);
    int[] symbols = new int[256];
    for (int i = 0; i < circle; i++) {
      symbols[i] = (start + i) % circle + (withZero ? 0 : 1);
    }
    for (int gaps = random.nextBoolean() ? random.nextInt(4) : 0; gaps > 0; gaps--) {
      int gap = random.nextInt(coded);
      int behind = coded + random.nextInt(4);
      int symbol = symbols[gap];
      symbols[gap] = symbols[behind];
      symbols[behind] = symbol;
    }
    return of(random, bookClass, coded, symbols);
  }

  /** The first symbols have codes. */
  private static Codebook of(
      SplittableRandom random, BookClass bookClass, int coded, int[] symbols) {
    int[] leaves = leaves(random, coded == 256 ? 256 : coded + 1, bookClass.maxLength());
    int[] lengths = new int[CodeLengths.COUNT];
    for (int i = 0; i < coded; i++) {
      lengths[symbols[i]] = leaves[i];
    }
    if (coded < 256) {
      lengths[CodeLengths.ESC] = leaves[coded];
    }
    return Codebook.of(bookClass, random.nextInt(256), lengths);
  }

  /** Depths of the leaves of a random binary tree that is nowhere deeper than the limit. */
  private static int[] leaves(SplittableRandom random, int count, int limit) {
    int[] depths = new int[count];
    boolean deep = random.nextBoolean();
    for (int grown = 1; grown < count; ) {
      int split = deep ? grown - 1 - random.nextInt(Math.min(grown, 3)) : random.nextInt(grown);
      split = depths[split] < limit ? split : shallowest(depths, grown);
      depths[split]++;
      depths[grown++] = depths[split];
    }
    return depths;
  }

  private static int shallowest(int[] depths, int grown) {
    int best = 0;
    for (int i = 1; i < grown; i++) {
      best = depths[i] < depths[best] ? i : best;
    }
    return best;
  }

  private static int[] shuffled(SplittableRandom random) {
    int[] symbols = new int[256];
    for (int i = 0; i < 256; i++) {
      int j = random.nextInt(i + 1);
      symbols[i] = symbols[j];
      symbols[j] = i;
    }
    return symbols;
  }
}
