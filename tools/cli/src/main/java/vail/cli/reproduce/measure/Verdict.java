package vail.cli.reproduce.measure;

import java.util.Optional;

/**
 * How far a fixed book per kind stays behind codes made for each shard, in points of raw size.
 *
 * @param group what was measured
 * @param bookStep step the book comes from
 * @param vsHuffman behind a Huffman code of each shard's own, its table not counted
 * @param vsShannon behind the entropy of each shard
 * @param noise points by which the entropy of such a shard is too good by chance alone, on average
 * @param shardSymbols symbols of the smallest shard
 * @param layers layers of the model that the shards come from
 */
public record Verdict(
    Group group,
    long bookStep,
    Spread vsHuffman,
    Spread vsShannon,
    double noise,
    long shardSymbols,
    long layers) {
  /** Median points behind the shards' own Huffman codes that the paper claims at most. */
  public static final double HUFFMAN_LIMIT = 0.5;

  /** Median points behind Shannon's bound that the paper claims at most. */
  public static final double SHANNON_LIMIT = 1.0;

  /** The verdict on a group; empty if there was nothing to make its book from. */
  public static Optional<Verdict> of(Measurement measured) {
    if (measured.bookStep(Scheme.FIXED).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Verdict(
            measured.group(),
            measured.bookStep(Scheme.FIXED).getAsLong(),
            measured.gap(Scheme.FIXED, Scheme.HUFFMAN).orElseThrow(),
            measured.gap(Scheme.FIXED, Scheme.SHANNON).orElseThrow(),
            measured.samplingNoise(),
            measured.leastSymbols(),
            measured.layers()));
  }

  /** Whether the median shard is within both limits. */
  public boolean holds() {
    return vsHuffman.median() <= HUFFMAN_LIMIT && vsShannon.median() <= SHANNON_LIMIT;
  }
}
