package vail.sim.link;

import io.vertx.core.Future;

/** The sending end of a link; belongs to the context on which it was made. */
public interface Wire {
  /**
   * Hands a parcel over; parcels arrive in the order in which they were handed over.
   *
   * @return completes when there is room for the next; fails if the link is gone
   */
  Future<Void> write(Parcel parcel);

  /** Completes when the other end has said that it has all; nothing is written after it. */
  Future<Void> end();
}
