package vail.conform.vector;

import java.util.HexFormat;
import vail.code.BiasTransform;
import vail.conform.random.Xoshiro256;

/** How to make symbols that are too many to be stored ({@code conformance/random.md}). */
public sealed interface Recipe {
  /** Bytes it makes. */
  int count();

  /**
   * {@code draw/1}: independent symbols by the weights of a table.
   *
   * @param seed of the stream
   * @param count symbols
   * @param table the weights
   * @param shift moves all symbols but 0, 0 to 254
   */
  record Draw(long seed, int count, Table table, int shift) implements Recipe {}

  /**
   * {@code cycle/1}: the same bytes over and over.
   *
   * @param count bytes
   * @param cycle the bytes, in hexadecimal
   */
  record Cycle(int count, String cycle) implements Recipe {
    /** Rejects a cycle of nothing. */
    public Cycle {
      if (cycle.isEmpty()) {
        throw new IllegalArgumentException("a cycle has bytes");
      }
    }
  }

  /** Makes the bytes. */
  default byte[] make() {
    return switch (this) {
      case Draw draw -> draw(draw);
      case Cycle cycle -> cycle(cycle);
    };
  }

  private static byte[] draw(Draw draw) {
    Xoshiro256 random = new Xoshiro256(draw.seed);
    byte[] symbols = new byte[draw.count];
    for (int i = 0; i < symbols.length; i++) {
      int symbol = draw.table.symbol(random.below(draw.table.total()));
      symbols[i] = (byte) BiasTransform.invert(symbol, draw.shift);
    }
    return symbols;
  }

  private static byte[] cycle(Cycle cycle) {
    byte[] period = HexFormat.of().parseHex(cycle.cycle);
    byte[] bytes = new byte[cycle.count];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = period[i % period.length];
    }
    return bytes;
  }
}
