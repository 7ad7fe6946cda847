package vail.sim.bytes;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.code.Histogram;

/**
 * What a die has sent with fixed books, by the die that it was for: bytes of all frames, and of
 * some the symbols, counted as a book sees them.
 */
public final class Tally {
  /** Counts nothing. */
  static final Tally NONE = new Tally(0);

  private final int every;
  private final SortedMap<Integer, Stream> streams = new TreeMap<>();
  private int frames;

  /**
   * What was sent to one die.
   *
   * @param to that die
   * @param rawBytes of the values
   * @param bytes of the frames
   * @param counts of sampled symbols, moved as a book sees them
   */
  public record Stream(int to, long rawBytes, long bytes, Histogram counts) {
    private Stream plus(Stream other) {
      Histogram sum = new Histogram();
      sum.add(counts);
      sum.add(other.counts);
      return new Stream(to, rawBytes + other.rawBytes, bytes + other.bytes, sum);
    }
  }

  /** A tally of every so-manieth frame; 0 for none. */
  Tally(int every) {
    this.every = every;
  }

  /** Whether the symbols of a frame that is about to be coded are to be counted. */
  synchronized boolean wantsNext() {
    return every > 0 && frames++ % every == 0;
  }

  synchronized void coded(int to, Histogram counts) {
    streams.merge(to, new Stream(to, 0, 0, counts), Stream::plus);
  }

  synchronized void sent(int to, List<Part> parts) {
    if (every > 0) {
      long raw = parts.stream().mapToLong(Part::rawBytes).sum();
      long bytes = parts.stream().mapToLong(Part::length).sum();
      streams.merge(to, new Stream(to, raw, bytes, new Histogram()), Stream::plus);
    }
  }

  /** What was noted since the last call, by the die that it was for. */
  public synchronized List<Stream> take() {
    List<Stream> taken = List.copyOf(streams.values());
    streams.clear();
    return taken;
  }
}
