package vail.sim.algo;

import vail.sim.plan.Collective;
import vail.sim.plan.Range;

/**
 * Where the chunks of MSCCL's buffers lie among a die's pieces: input, output, scratch. Done in
 * place, or where the collective has an output of its own, the output is where the collective wants
 * it; else it is a vector behind, to be copied at the end.
 *
 * @param pieces chunks of a vector
 */
record MscclBuffers(Collective collective, int dies, int pieces, boolean inPlace) {
  MscclBuffers {
    boolean parted =
        switch (collective) {
          case ALL_GATHER, REDUCE_SCATTER, ALL_TO_ALL -> true;
          case ALL_REDUCE, BROADCAST, REDUCE, SENDRECV -> false;
        };
    if (parted && pieces % dies != 0) {
      throw new IllegalArgumentException(
          "nchunksperloop %d cannot be shared by %d dies".formatted(pieces, dies));
    }
  }

  /** Vectors without scratch. */
  int vectors() {
    return collective.vectors() + (copiesOut() ? 1 : 0);
  }

  /** Whether results are to be copied at the end. */
  boolean copiesOut() {
    return !inPlace && collective.vectors() == 1;
  }

  /**
   * Pieces of a buffer.
   *
   * @param scratch chunks that the die has
   */
  Range range(int die, String buffer, int scratch, Range chunks) {
    return switch (buffer) {
      case "i" -> within(chunks, part(collective == Collective.ALL_GATHER, die), buffer);
      case "o" -> {
        Range part = part(collective == Collective.REDUCE_SCATTER, die);
        yield within(chunks, new Range(outputs() + part.first(), part.count()), buffer);
      }
      case "s" -> within(chunks, new Range(vectors() * pieces, scratch), buffer);
      default -> throw new IllegalArgumentException("a buffer is i, o or s, not " + buffer);
    };
  }

  /** The first piece of the vector of outputs. */
  int outputs() {
    return (vectors() - 1) * pieces;
  }

  private Range part(boolean ofDie, int die) {
    Range all = new Range(0, pieces);
    return ofDie ? all.part(die, dies) : all;
  }

  private static Range within(Range chunks, Range buffer, String name) {
    if (chunks.end() > buffer.count()) {
      throw new IllegalArgumentException(
          "chunk %d of buffer %s, which has %d".formatted(chunks.end() - 1, name, buffer.count()));
    }
    return new Range(buffer.first() + chunks.first(), chunks.count());
  }
}
