package vail.sim.bytes;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.code.Histogram;

/**
 * What a die has received in frames of fixed books, by the die that it came from: bytes of all
 * frames, and of some the symbols of a block.
 */
public final class Tally {
  /** Counts nothing. */
  static final Tally NONE = new Tally(0);

  /** An odd number with no pattern: whatever the order of frames, no step is left out for long. */
  private static final long SCATTER = 0x9e3779b97f4a7c15L;

  private final int every;
  private final SortedMap<Integer, Stream> streams = new TreeMap<>();
  private long frames;

  /**
   * What came from one die.
   *
   * @param from that die
   * @param rawBytes of the values
   * @param bytes of the frames
   * @param blocks counts of sampled ones
   */
  public record Stream(int from, long rawBytes, long bytes, List<Histogram> blocks) {
    /** Takes a copy. */
    public Stream {
      blocks = List.copyOf(blocks);
    }

    private Stream plus(Stream other) {
      List<Histogram> both = new ArrayList<>(blocks);
      both.addAll(other.blocks);
      return new Stream(from, rawBytes + other.rawBytes, bytes + other.bytes, both);
    }
  }

  /** A tally with a block of every so-manieth frame; 0 for none at all. */
  Tally(int every) {
    this.every = every;
  }

  /** Whether a block of the next frame is to be counted. */
  synchronized boolean samplesNext() {
    return every > 0 && Long.remainderUnsigned(++frames * SCATTER >>> Integer.SIZE, every) == 0;
  }

  synchronized void received(int from, List<Frame> message, List<Histogram> blocks) {
    if (every > 0) {
      long raw = message.stream().mapToLong(each -> each.rawBytes(0)).sum();
      long bytes = message.stream().mapToLong(each -> each.bytes(0)).sum();
      streams.merge(from, new Stream(from, raw, bytes, blocks), Stream::plus);
    }
  }

  /** What was noted since the last call, by the die that it came from. */
  public synchronized List<Stream> take() {
    List<Stream> taken = List.copyOf(streams.values());
    streams.clear();
    return taken;
  }
}
