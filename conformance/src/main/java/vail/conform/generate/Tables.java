package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.conform.vector.Table;

/** The distributions that symbols are drawn from: whole weights by whole arithmetic. */
final class Tables {
  static final Table UNIFORM = each("uniform", 0, 255, symbol -> 1);

  /** Falls by half from 120 on, to both sides. */
  static final Table GEOMETRIC =
      each("geometric", 104, 136, symbol -> 1L << 16 - Math.abs(symbol - 120));

  /** As exponents of normally distributed numbers fall: slowly below the centre, fast above. */
  static final Table GAUSSIAN = new Table("gaussian", gaussian());

  /** The k-th symbol as often as 1/k. */
  static final Table ZIPF = each("zipf", 0, 255, symbol -> (1L << 20) / (symbol + 1));

  static final Table TWO = each("two", 7, 9, symbol -> symbol == 8 ? 0 : symbol == 7 ? 5 : 3);

  private static final List<Table> NAMED = List.of(UNIFORM, GEOMETRIC, GAUSSIAN, ZIPF, TWO);

  private Tables() {}

  /** All tables: the distributions, and for each book the one that it fits best. */
  static List<Table> all() {
    List<Table> all = new ArrayList<>(NAMED);
    Books.all().forEach((name, book) -> all.add(of(name, book)));
    return all;
  }

  /** A distribution by its name. */
  static Table of(String name) {
    return NAMED.stream().filter(table -> table.name().equals(name)).findFirst().orElseThrow();
  }

  /** What a book fits best: a symbol as often as its code is short, ESC's share to the others. */
  static Table of(String name, Codebook book) {
    int escaped = 0;
    for (int symbol = 0; symbol < 256; symbol++) {
      escaped += book.hasCode(symbol) ? 0 : 1;
    }
    long each = Math.max(1, escaped);
    long[] weights = new long[256];
    for (int symbol = 0; symbol < 256; symbol++) {
      weights[symbol] =
          book.hasCode(symbol)
              ? each << 15 - book.length(symbol)
              : 1L << 15 - book.length(CodeLengths.ESC);
    }
    return new Table("book-" + name, weights);
  }

  private interface Weight {
    long of(int symbol);
  }

  private static Table each(String name, int first, int last, Weight weight) {
    long[] weights = new long[256];
    for (int symbol = first; symbol <= last; symbol++) {
      weights[symbol] = weight.of(symbol);
    }
    return new Table(name, weights);
  }

  private static long[] gaussian() {
    long[] weights = new long[256];
    weights[123] = 3;
    weights[122] = 317;
    weights[121] = 1160;
    for (int symbol = 120; symbol >= 104; symbol--) {
      weights[symbol] = 1280L >> 120 - symbol;
    }
    weights[0] = 12;
    return weights;
  }
}
