package vail.cli.reproduce.measure;

import java.util.List;
import vail.code.BiasTransform;
import vail.code.Codebook;
import vail.code.Histogram;

/** What a way of coding costs. */
@FunctionalInterface
interface Coder {
  /** Offsets to the bias that moves the mean, tried by default on planes (B-25). */
  List<Integer> BIAS_OFFSETS = List.of(0, -1, 1);

  /** Bits of the coded symbols of a shard, without headers and padding. */
  double bits(Histogram shard);

  /** Each shard at its own entropy. */
  static Coder shannon() {
    return shard -> shard.entropy() * shard.total();
  }

  /** The cheapest of some books. */
  static Coder bestOf(List<Codebook> books) {
    return shard -> books.stream().mapToLong(book -> book.cost(shard)).min().orElseThrow();
  }

  /** The cheapest of some books, the shard's mean moved to near the book's centre. */
  static Coder bestBiased(List<Codebook> books) {
    return shard -> {
      long least = Long.MAX_VALUE;
      for (Codebook book : books) {
        int mean = BiasTransform.bias(shard.center(), book.center());
        for (int offset : BIAS_OFFSETS) {
          least = Math.min(least, cost(book, shard, BiasTransform.shifted(mean, offset)));
        }
      }
      return least;
    };
  }

  private static long cost(Codebook book, Histogram shard, int bias) {
    long bits = 0;
    for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
      bits += shard.count(symbol) * book.cost(BiasTransform.apply(symbol, bias));
    }
    return bits;
  }
}
