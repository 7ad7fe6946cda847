package vail.bench.measure;

import vail.bench.codec.Label;
import vail.bench.codec.OurBackends;
import vail.bench.codec.Peers;

/**
 * What one contest is about.
 *
 * @param plane what is coded
 * @param size how much
 * @param threads how many do the same at once
 * @param time what counts
 * @param yardstick whom all are compared with
 */
public record Race(String plane, Size size, int threads, Time time, Yardstick yardstick) {
  /** Whose time counts. */
  public enum Time {
    /** Processor time of the one thread that works. */
    PROCESSOR,
    /** Time on the wall, until the last thread is done. */
    WALL
  }

  /** Whom all are compared with. */
  public enum Yardstick {
    /** The peer that codes most alike, whatever the layout. */
    HUFF0(Peers.YARDSTICK),
    /** Our own C that every processor runs, in the same layout. */
    PORTABLE("portable C");

    private final String words;

    Yardstick(String words) {
      this.words = words;
    }

    boolean fits(Label one, Label measured) {
      return switch (this) {
        case HUFF0 -> one.codec().equals(Peers.YARDSTICK);
        case PORTABLE -> OurBackends.isPortable(one) && one.layout().equals(measured.layout());
      };
    }

    @Override
    public String toString() {
      return words;
    }
  }
}
