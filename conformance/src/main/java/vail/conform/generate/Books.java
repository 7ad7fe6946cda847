package vail.conform.generate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import vail.code.BookClass;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.conform.vector.Table;

/** The books of the vectors, each there for a shape of code. */
final class Books {
  private static final SequencedMap<String, Codebook> ALL = new LinkedHashMap<>();

  /** 0, 1, 2 and ESC with 1, 2, 3, 3 bits: short enough to follow by hand. */
  static final Codebook STEPS = put("steps", lengths(BookClass.SHORT, 1, 0, 1, 1, 2, 2, 3, 256, 3));

  /** The next epoch of the same. */
  static final Codebook STEPS_NEXT =
      put("steps-next", lengths(BookClass.SHORT, 1, 0, 2, 1, 1, 2, 3, 256, 3));

  /** The same lengths in a long book. */
  static final Codebook STEPS_LONG =
      put("steps-long", lengths(BookClass.LONG, 1, 0, 1, 1, 2, 2, 3, 256, 3));

  /** One symbol and ESC with a bit each. */
  static final Codebook ONE_BIT = put("one-bit", lengths(BookClass.SHORT, 0, 0, 1, 256, 1));

  /** 8 bits for all but the symbol 255, which must be escaped. */
  static final Codebook FLAT = put("flat", flat());

  /** Every symbol has a code, so there is no ESC. */
  static final Codebook EVEN = put("even", even());

  /** Lengths 1, 2, 3 and so on to 8. */
  static final Codebook STAIRS_8 = put("stairs-8", stairs(BookClass.SHORT));

  /** Lengths 1, 2, 3 and so on to 15. */
  static final Codebook STAIRS_15 = put("stairs-15", stairs(BookClass.LONG));

  static final Codebook GEOMETRIC =
      put("geometric-8", trained(Tables.GEOMETRIC, LengthLimit.SHORT));
  static final Codebook GAUSSIAN = put("gaussian-8", trained(Tables.GAUSSIAN, LengthLimit.SHORT));
  static final Codebook ZIPF = put("zipf-12", trained(Tables.ZIPF, LengthLimit.LONG));
  static final Codebook GEOMETRIC_LONG =
      put("geometric-15", trained(Tables.GEOMETRIC, new LengthLimit(BookClass.LONG, 15)));

  private Books() {}

  static Codebook of(String name) {
    return java.util.Objects.requireNonNull(ALL.get(name), name);
  }

  static SequencedMap<String, Codebook> all() {
    return Collections.unmodifiableSequencedMap(ALL);
  }

  private static Codebook put(String name, Codebook book) {
    ALL.put(name, book);
    return book;
  }

  /** A book of pairs of symbol and length. */
  static Codebook lengths(BookClass bookClass, int center, int... pairs) {
    int[] lengths = new int[CodeLengths.COUNT];
    for (int i = 0; i < pairs.length; i += 2) {
      lengths[pairs[i]] = pairs[i + 1];
    }
    return Codebook.of(bookClass, center, lengths);
  }

  private static Codebook flat() {
    int[] lengths = new int[CodeLengths.COUNT];
    java.util.Arrays.fill(lengths, 8);
    lengths[255] = 0;
    return Codebook.of(BookClass.SHORT, 128, lengths);
  }

  private static Codebook even() {
    int[] lengths = new int[CodeLengths.COUNT];
    java.util.Arrays.fill(lengths, 0, CodeLengths.ESC, 8);
    return Codebook.of(BookClass.LONG, 128, lengths);
  }

  /** Symbols from 120 on get one bit more each; the last length goes to a symbol and to ESC. */
  private static Codebook stairs(BookClass bookClass) {
    int[] lengths = new int[CodeLengths.COUNT];
    for (int length = 1; length <= bookClass.maxLength(); length++) {
      lengths[119 + length] = length;
    }
    lengths[CodeLengths.ESC] = bookClass.maxLength();
    return Codebook.of(bookClass, 120, lengths);
  }

  private static Codebook trained(Table table, LengthLimit limit) {
    return CodebookTrainer.train(Histogram.of(table.weights()), limit);
  }
}
