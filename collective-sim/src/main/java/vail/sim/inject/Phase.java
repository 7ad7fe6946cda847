package vail.sim.inject;

import java.util.List;
import java.util.stream.Stream;

/** When something is done to a link. */
public enum Phase {
  /** From the start: its frame of that number, the greeting being 0 and its answer 1. */
  IDLE,
  /** Once the die at its start begins to encode for that time: the next frame. */
  ENCODE,
  /** Its parcel of that number, each counted as often as it is sent. */
  TRANSFER,
  /** Its word of that number by which a new edition of the books is shipped, or answered. */
  REFRESH_PREPARE,
  /** Its word of that number by which dies change to a new edition and forget the old one. */
  REFRESH_COMMIT,
  /** Once the die at its end begins to decode for that time: the next frame. */
  DECODE,
  /** Once the node at its start has no more to send: the frame of that number after this. */
  SHUTDOWN;

  /** Those of a run whose book is never changed. */
  public static final List<Phase> WITHOUT_REFRESH =
      Stream.of(values())
          .filter(each -> each != REFRESH_PREPARE && each != REFRESH_COMMIT)
          .toList();
}
