package vail.block;

import java.util.List;
import vail.code.BookId;

/** How the encoder finds the book and the bias of a block (B-24, B-25). */
public sealed interface Selection {
  /** Every block raw, unless constant. */
  record Raw() implements Selection {}

  /**
   * One book and one rule for the bias, named by the caller.
   *
   * @param book slot and epoch; must be installed
   * @param bias the rule for the bias
   * @param layout legal for the book's class
   */
  record Fixed(BookId book, Bias bias, Layout layout) implements Selection {}

  /**
   * The pair of book and bias that costs the fewest bits over a sample.
   *
   * @param books candidates; tried by slot, then epoch, whatever their order here
   * @param biases candidates in the order they are tried; neither list may be empty
   * @param stride symbols i with (i div 64) mod stride = 0 are counted; 1 counts all
   * @param shortLayout layout for short books
   * @param longLayout layout for long books; where there is one, words of 16 bits or more
   */
  record Best(
      List<BookId> books, List<Bias> biases, int stride, Layout shortLayout, Layout longLayout)
      implements Selection {
    /** Sorts the candidates and rejects what selects nothing. */
    public Best {
      books = books.stream().sorted().distinct().toList();
      biases = List.copyOf(biases);
      if (books.isEmpty() || biases.isEmpty()) {
        throw new IllegalArgumentException("best needs a book and a bias to choose from");
      }
      if (stride < 1 || stride > 255) {
        throw new IllegalArgumentException("stride must be 1 to 255, not " + stride);
      }
    }

    /** Software's default sample: every eighth group of 64 symbols. */
    public static final int SOFTWARE_STRIDE = 8;

    /** Offsets to the mean tried by default on planes. */
    public static final List<Integer> PLANE_OFFSETS = List.of(0, -1, 1);

    /** The biases tried by default on planes: mean, mean - 1, mean + 1. */
    public static final List<Bias> PLANE_BIASES =
        PLANE_OFFSETS.stream().<Bias>map(Bias.Mean::new).toList();

    /** The biases tried by default on bytes: none. */
    public static final List<Bias> BYTE_BIASES = List.of(Bias.NONE);
  }
}
