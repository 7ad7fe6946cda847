package vail.sim.live;

import io.vertx.core.Future;

/** The sending end of a link. */
interface Wire {
  /**
   * Hands a parcel over; parcels arrive in the order in which they were handed over.
   *
   * @return completes when there is room for the next; fails if the link is gone
   */
  Future<Void> write(Parcel parcel);
}
