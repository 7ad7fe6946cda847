package vail.sim.inject;

/** What can be done to a link. */
public enum Kind {
  /** A frame is lost. */
  DROP(1),
  /** It arrives twice. */
  DUPLICATE(0),
  /** It arrives after the next. */
  REORDER(1),
  /** It and those behind it are late, but not so late that anybody asks. */
  DELAY(0),
  /** A bit of its frames or, where it has none, of its fields is changed. */
  FLIP_PAYLOAD(1),
  /** A bit of its head is changed. */
  FLIP_HEADER(1),
  /** A bit of its check is changed. */
  FLIP_CHECK(1),
  /** Its second half is lost. */
  TRUNCATE(1),
  /** The link is cut, and {@link #REFUSALS} connections are refused before it heals. */
  PARTITION(3),
  /** The other end takes nothing for longer than anybody waits for an answer. */
  STALL(3),
  /** The node at the other end is gone for good. */
  CRASH(Integer.MAX_VALUE),
  /** The next coded frame names an epoch of its book that nobody has. */
  STALE_BOOK(Integer.MAX_VALUE);

  /** Connections that a partition refuses. */
  static final int REFUSALS = 2;

  private final int tries;

  Kind(int tries) {
    this.tries = tries;
  }

  /** Whether a link can go on after it. */
  public boolean recovers() {
    return tries < Integer.MAX_VALUE;
  }

  /** Connections that it costs a link at most, if it {@link #recovers}. */
  public int tries() {
    return tries;
  }
}
