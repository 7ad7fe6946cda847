package vail.sim.model;

/** Closed forms of a ring whose chunks follow each other in lanes; exact to the picosecond. */
final class RingForm {
  private RingForm() {}

  /** Sums go around once: each chunk takes all stages at every die. */
  static long reduceScatter(int dies, int lanes, Stages chunk) {
    if (dies == 1) {
      return 0;
    }
    long steps = dies - 1L;
    long round = lanes * chunk.slowest();
    return round >= chunk.all()
        ? steps * round + chunk.all() - chunk.slowest()
        : steps * chunk.all() + (lanes - 1) * chunk.slowest();
  }

  /**
   * Frames go around once: encoded by the first, sent on as they are, decoded beside that.
   *
   * <p>The last chunk is on time where decoding keeps pace with the wire. Where it does not, the
   * end is set by a chunk after which the decoder never rests; that is the first or the last of the
   * first, the second or the last step.
   */
  static long allGather(int dies, int lanes, Stages chunk) {
    if (dies == 1) {
      return 0;
    }
    long wire = chunk.wire();
    long latency = chunk.latency();
    long step = Math.max(lanes * wire, wire + latency);
    long first = chunk.sender() + wire + latency;
    long firstEnd = first + (lanes - 1) * Math.max(chunk.slowestOfSender(), wire);
    long steps = dies - 1L;
    long all = steps * lanes;
    long end = decoded(chunk, firstEnd + (steps - 1) * step, 1);
    end = Math.max(end, decoded(chunk, first, all));
    end = Math.max(end, decoded(chunk, firstEnd, all - lanes + 1));
    if (steps > 1) {
      long second = Math.max(first + latency, firstEnd) + wire;
      end = Math.max(end, decoded(chunk, second, all - lanes));
      end = Math.max(end, decoded(chunk, second + (steps - 2) * step, lanes));
      end = Math.max(end, decoded(chunk, firstEnd + step, all - 2L * lanes + 1));
    }
    return end;
  }

  private static long decoded(Stages chunk, long arrival, long chunks) {
    return arrival + chunks * chunk.decode();
  }

  /** A chain from the first die to the last. */
  static long broadcast(int dies, int lanes, Stages chunk) {
    if (dies == 1) {
      return 0;
    }
    long first = chunk.sender() + (dies - 1) * (chunk.wire() + chunk.latency());
    long last = first + (lanes - 1) * Math.max(chunk.slowestOfSender(), chunk.wire());
    return Math.max(last + chunk.decode(), first + lanes * chunk.decode());
  }

  /** A chain of sums. */
  static long reduce(int dies, int lanes, Stages chunk) {
    return dies == 1 ? 0 : (dies - 1) * chunk.all() + (lanes - 1) * chunk.slowest();
  }
}
