package vail.conform.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vail.code.BookSet;
import vail.conform.compare.BlockTrace.Code;

/** Where decoded symbols depart from the right ones, and the code they came from. */
public final class SymbolDifference {
  private SymbolDifference() {}

  /**
   * Lines for people.
   *
   * @param block what was decoded
   */
  public static List<String> lines(BookSet books, byte[] block, byte[] right, byte[] wrong) {
    int at = Arrays.mismatch(right, wrong);
    if (at < 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("symbol " + at + " is the first that differs:");
    lines.add("right  " + BlockDifference.octets(right, at));
    lines.add("came   " + BlockDifference.octets(wrong, at));
    if (at < right.length) {
      BlockTrace.of(block, books, right).ifPresent(trace -> lines.add(words(trace.code(at))));
    }
    return lines;
  }

  private static String words(Code code) {
    return "round %d, lane %d, bits from %d of the lane: %s%s (B-09, B-10)"
        .formatted(
            code.round(), code.lane(), code.bit(), code.bits(), code.escape() ? " = ESC" : "");
  }
}
