package vail.conform.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vail.code.BookSet;
import vail.conform.compare.BlockTrace.Code;
import vail.conform.compare.BlockTrace.Place;

/** Where a block departs from the right one: the field, or the codes of a lane. */
public final class BlockDifference {
  private static final int BITS_AROUND = 24;
  private static final String[] HEAD = {
    "slot", "epoch", "layout, order and version", "bias", "symbols - 1", "symbols - 1"
  };

  private BlockDifference() {}

  /**
   * Lines for people.
   *
   * @param symbols what the blocks are to say
   */
  public static List<String> lines(BookSet books, byte[] symbols, byte[] right, byte[] wrong) {
    int at = Arrays.mismatch(right, wrong);
    if (at < 0) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    Optional<BlockTrace> trace = BlockTrace.of(right, books, symbols);
    lines.add("byte " + at + ": " + field(right, at, trace));
    lines.add("right  " + octets(right, at));
    lines.add("came   " + octets(wrong, at));
    trace.ifPresent(t -> codes(lines, t, at, right, wrong));
    return lines;
  }

  private static String field(byte[] right, int at, Optional<BlockTrace> trace) {
    if (at < HEAD.length) {
      return HEAD[at] + " (B-15)";
    }
    boolean streamed = (right[2] & 0x20) != 0;
    int tail = streamed ? right.length - 6 : 6;
    if (at >= tail && at < tail + 2) {
      return "payload bytes - 1 (B-16)";
    }
    if (at >= tail + 2 && at < tail + 6) {
      return "the check; if nothing else differs, its seed or its extent is wrong (B-16)";
    }
    return trace
        .flatMap(t -> t.place(at))
        .map(BlockDifference::words)
        .orElse(at >= right.length ? "after the end" : "payload");
  }

  private static String words(Place place) {
    return switch (place) {
      case Place.Literal(int symbol) -> "the literal of symbol " + symbol + " (B-11)";
      case Place.Word(int lane, int bit) ->
          "bits %d to %d of lane %d (B-10)".formatted(bit, bit + 7, lane);
    };
  }

  private static void codes(
      List<String> lines, BlockTrace trace, int at, byte[] right, byte[] wrong) {
    if (!(trace.place(at).orElse(new Place.Literal(0)) instanceof Place.Word(int lane, int bit))) {
      return;
    }
    StringBuilder symbols = new StringBuilder("symbol ");
    StringBuilder ours = new StringBuilder("right  ");
    StringBuilder theirs = new StringBuilder("came   ");
    for (Code code : trace.codes(lane, Math.max(0, bit - 8), bit + BITS_AROUND)) {
      int end = code.bit() + code.bits().length();
      String name = "#" + code.symbol() + (code.escape() ? " ESC" : "");
      int width = Math.max(name.length(), code.bits().length()) + 1;
      symbols.append(padded(name, width));
      ours.append(padded(trace.bits(right, lane, code.bit(), end), width));
      theirs.append(padded(trace.bits(wrong, lane, code.bit(), end), width));
    }
    lines.add("lane " + lane + ", code by code, first bit first:");
    lines.add(symbols.toString().stripTrailing());
    lines.add(ours.toString().stripTrailing());
    lines.add(theirs.toString().stripTrailing());
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  static String octets(byte[] bytes, int at) {
    int from = Math.max(0, at - 4);
    int to = Math.min(bytes.length, at + 12);
    StringBuilder shown = new StringBuilder(from > 0 ? "… " : "");
    for (int i = from; i < to; i++) {
      shown
          .append(i == at ? "[" : "")
          .append("%02x".formatted(bytes[i]))
          .append(i == at ? "] " : " ");
    }
    return shown.append(to < bytes.length ? "…" : "(end)").toString();
  }
}
