package vail.cli.reproduce.measure;

import java.util.List;
import vail.block.Selection;
import vail.code.Codebook;
import vail.code.Histogram;

/** What a way of coding costs. */
@FunctionalInterface
interface Coder {
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
    return shard ->
        books.stream()
            .mapToLong(book -> book.movedCost(shard, Selection.Best.PLANE_OFFSETS))
            .min()
            .orElseThrow();
  }
}
