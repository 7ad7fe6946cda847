package vail.spec;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.fault.VailFormatException;

/** How the specification's README writes bytes, lengths and faults. */
final class Texts {
  private Texts() {}

  /** {@code 00 2a*3 | ff}: spaces and bars separate, a star repeats. */
  static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (String token : text.replace('|', ' ').strip().split(" +", -1)) {
      String[] parts = token.split("\\*", -1);
      byte[] once = HexFormat.of().parseHex(parts[0]);
      for (int i = 0; i < (parts.length == 1 ? 1 : Integer.parseInt(parts[1])); i++) {
        bytes.writeBytes(once);
      }
    }
    return bytes.toByteArray();
  }

  static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }

  static MemorySegment utf8(String text) {
    return MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code 0=1 3..5=2 ESC=3}: 257 numbers, 0 where none is named. */
  static int[] lengths(String text) {
    int[] lengths = new int[CodeLengths.COUNT];
    for (String token : text.split(" +", -1)) {
      String[] parts = token.split("=", -1);
      String[] run = parts[0].replace("ESC", "256").split("\\.\\.", -1);
      int from = Integer.parseInt(run[0]);
      int to = Integer.parseInt(run[run.length - 1]);
      Arrays.fill(lengths, from, to + 1, Integer.parseInt(parts[1]));
    }
    return lengths;
  }

  /** 256 numbers, written like lengths. */
  static long[] counts(String text) {
    return Arrays.stream(lengths(text)).limit(256).asLongStream().toArray();
  }

  static int[] lengths(Codebook book) {
    int[] lengths = new int[CodeLengths.COUNT];
    Arrays.setAll(lengths, book::length);
    return lengths;
  }

  /** {@code 15 SYMBOL_COUNT_MISMATCH at 11}. */
  static String fault(VailFormatException e) {
    return withoutOffset(e) + " at " + e.offset();
  }

  /** {@code 21 BAD_ARGUMENT}: for callers' faults and lengths, which have no place. */
  static String withoutOffset(VailFormatException e) {
    return e.fault().number() + " " + e.fault().name();
  }
}
