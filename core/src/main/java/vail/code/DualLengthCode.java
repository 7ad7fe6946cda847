package vail.code;

/**
 * The Dual Length Codes of arXiv 2602.17849v1 as a book (C-21): a bit says whether three more name
 * one of the eight most frequent symbols, or eight more are the symbol itself.
 */
public final class DualLengthCode {
  private static final int DIRECT_SYMBOLS = 8;
  private static final int DIRECT_BITS = 4;

  private DualLengthCode() {}

  /** The book whose direct symbols are the most frequent ones, on equal count the lower first. */
  public static Codebook of(Histogram counts) {
    int[] lengths = new int[CodeLengths.COUNT];
    int[] order = counts.symbolsByCount();
    for (int i = 0; i < DIRECT_SYMBOLS; i++) {
      lengths[order[i]] = DIRECT_BITS;
    }
    lengths[CodeLengths.ESC] = 1;
    return Codebook.of(BookClass.SHORT, counts.center(), lengths);
  }
}
