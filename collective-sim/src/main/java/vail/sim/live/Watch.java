package vail.sim.live;

import vail.sim.inject.Injection;
import vail.sim.link.LinkWatch;
import vail.sim.plan.OpKind;

/**
 * Is told what dies and links do while they run. It is called on the threads that do it, several at
 * a time, and must return at once.
 */
public interface Watch extends LinkWatch {
  /** Does not look. */
  Watch NOBODY = new Watch() {};

  /** Work of a kind begins. */
  default void begins(int die, OpKind kind) {}

  /** A node has no more to send, and sees to it that its links have brought all. */
  default void ends(int node) {}

  /** Something was done to a link, as a plan of faults said. */
  default void injected(Injection injection) {}

  /** An operation of a lane has ended; so many of the die's operations are left, each lane's. */
  default void ended(int die, int operation, long left) {}

  /** Work of a kind has kept a thread busy for so many nanoseconds. */
  default void worked(int die, OpKind kind, long nanos) {}

  /**
   * A link has had its time with a parcel.
   *
   * @param link numbered as in {@link vail.sim.event.Wiring}
   * @param rawBytes of its values
   * @param bytes of its frames
   */
  default void carried(int link, long rawBytes, long bytes) {}

  /** All dies have reported what they sent in a round. */
  default void drifted(RoundDrift round) {}

  /** Something has happened to the book of all dies. */
  default void refreshed(BookEvent event) {}

  /** So many parcels now wait for a link: for its speed or for credit. */
  default void waiting(int link, int parcels) {}
}
