package vail.sim.link;

/**
 * What both ends of all links of a run agree on. A loss shows within twice the silence, and so does
 * whether another line works: a link is given up within twice the silence for each try and once
 * more.
 *
 * @param run tells this run from others, so that none takes in what is for another
 * @param window bytes that may be on a link at once
 * @param mostBytes of a parcel
 * @param silence nanoseconds without an answer after which a line is taken for dead, once for each
 *     window that is on its way
 * @param tries connections in a row, without any progress, after which a link is given up
 */
public record Terms(long run, long window, long mostBytes, long silence, int tries) {
  /** Rejects what could never work. */
  public Terms {
    if (window < 1 || mostBytes < 1 || silence < 1 || tries < 1) {
      throw new IllegalArgumentException("window, bytes, silence and tries are 1 or more");
    }
  }

  /** The same, longer where a parcel is on its way that is larger than the window. */
  long silence(long bytes) {
    return silence * Math.max(1, Math.ceilDiv(bytes, window));
  }
}
