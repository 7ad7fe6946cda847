package vail.sim.live;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.function.Consumer;
import vail.sim.net.Link;
import vail.sim.net.Relay;

/** The sending end of a link: one parcel after the other, each held to the speed of the link. */
final class OutLink {
  private final Link link;
  private final int neighbour;
  private final Relay relay;
  private final Wire wire;
  private final Pace pace;
  private final Context context;
  private final Consumer<Throwable> trouble;
  private Future<Void> room = Future.succeededFuture();
  private long free;
  private long bytes;

  /** Where a link leads, and how it passes on what is for others. */
  record Place(Link link, int neighbour, Relay relay) {}

  OutLink(Place place, Wire wire, Pace pace, Context context, Consumer<Throwable> trouble) {
    link = place.link();
    neighbour = place.neighbour();
    relay = place.relay();
    this.wire = wire;
    this.pace = pace;
    this.context = context;
    this.trouble = trouble;
  }

  /** Takes a parcel over, on the context of the node. */
  void send(Parcel parcel) {
    long start = Math.max(pace.now(), free);
    // What is cut through cannot leave faster than it comes.
    long end = Math.max(start + pace.nanos(link.busy(parcel.bytes())), parcel.tail());
    free = end;
    bytes += parcel.bytes();
    long latency = pace.nanos(link.latency());
    long arrival = end + latency;
    boolean relayed = relay == Relay.CUT_THROUGH && neighbour != parcel.to();
    pace.at(relayed ? start + latency : arrival, () -> hand(parcel.due(arrival)));
  }

  private void hand(Parcel parcel) {
    context.runOnContext(
        _ -> room = room.compose(_ -> wire.write(parcel)).onFailure(trouble::accept));
  }

  /** Bytes of all parcels so far. */
  long bytes() {
    return bytes;
  }
}
