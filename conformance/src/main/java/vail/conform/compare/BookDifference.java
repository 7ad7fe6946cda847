package vail.conform.compare;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.code.CodebookBytes;
import vail.fault.VailFormatException;

/** Where a trained book departs from the right one. */
public final class BookDifference {
  private static final int SHOWN = 12;

  private BookDifference() {}

  /** Lines for people. */
  public static List<String> lines(byte[] right, byte[] wrong) {
    List<String> lines = new ArrayList<>();
    Codebook due = CodebookBytes.read(MemorySegment.ofArray(right));
    try {
      compare(due, CodebookBytes.read(MemorySegment.ofArray(wrong)), lines);
    } catch (VailFormatException e) {
      lines.add("what came is no legal book: " + e.getMessage());
    }
    return lines;
  }

  private static void compare(Codebook due, Codebook came, List<String> lines) {
    if (due.bookClass() != came.bookClass()) {
      lines.add("the class is " + came.bookClass() + " instead of " + due.bookClass() + " (C-02)");
    }
    if (due.center() != came.center()) {
      lines.add("the center is " + came.center() + " instead of " + due.center() + " (C-18)");
    }
    int different = 0;
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      if (due.length(symbol) != came.length(symbol) && different++ < SHOWN) {
        lines.add(
            "%s has %d bits instead of %d"
                .formatted(
                    symbol == CodeLengths.ESC ? "ESC" : "symbol " + symbol,
                    came.length(symbol),
                    due.length(symbol)));
      }
    }
    if (different > SHOWN) {
      lines.add("… and " + (different - SHOWN) + " more");
    }
  }
}
