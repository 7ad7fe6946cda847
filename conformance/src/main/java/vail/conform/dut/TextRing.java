package vail.conform.dut;

import java.nio.charset.StandardCharsets;

/** The last bytes of a text without end. */
final class TextRing {
  private static final int SIZE = 1 << 20;
  private static final int LINE = 300;

  private byte[] bytes = new byte[1 << 12];
  private long written;

  /** Appends; what is older than a mebibyte is forgotten. */
  synchronized void add(byte[] piece, int count) {
    while (bytes.length < SIZE && written + count > bytes.length) {
      bytes = java.util.Arrays.copyOf(bytes, bytes.length * 2);
    }
    for (int i = 0; i < count; i++) {
      bytes[(int) (written++ % bytes.length)] = piece[i];
    }
  }

  /** The last line that says something, shortened. */
  synchronized String lastLine() {
    int kept = (int) Math.min(written, bytes.length);
    byte[] text = new byte[kept];
    for (int i = 0; i < kept; i++) {
      text[i] = bytes[(int) ((written - kept + i) % bytes.length)];
    }
    String last =
        new String(text, StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.isBlank())
            .reduce("", (before, line) -> line);
    return last.length() > LINE ? last.substring(0, LINE) + "…" : last;
  }
}
