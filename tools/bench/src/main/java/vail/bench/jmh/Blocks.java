package vail.bench.jmh;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import vail.bench.data.PlaneKind;
import vail.block.PayloadCoder;

/** The later plane of a sample, cut into blocks that are coded in turn. */
final class Blocks {
  private static final int MOST = 16;

  private final PlaneKind kind;
  private final Sample sample;
  private final int symbols;

  Blocks(String plane, int symbols) throws IOException {
    this.kind = PlaneKind.valueOf(plane.toUpperCase(Locale.ROOT));
    this.sample = Sample.of(kind);
    this.symbols = symbols;
  }

  PlaneKind kind() {
    return kind;
  }

  byte[] earlier() {
    return sample.earlier();
  }

  int count() {
    return Math.min(MOST, sample.later().length / symbols);
  }

  /** The symbols of a block. */
  byte[] block(int i) {
    return Arrays.copyOfRange(sample.later(), i * symbols, (i + 1) * symbols);
  }

  /** The symbols of a block with the slack that kernels ask for. */
  byte[] blockWithSlack(int i) {
    return Arrays.copyOf(block(i), symbols + PayloadCoder.SLACK);
  }
}
