package vail.sim.live;

import io.vertx.core.Future;
import java.util.concurrent.Executor;
import vail.sim.link.Parcel;
import vail.sim.link.Wire;
import vail.sim.net.Link;
import vail.sim.net.Relay;

/** The sending end of a link: one parcel after the other, each held to the speed of the link. */
final class OutLink {
  private final Place place;
  private final Wire wire;
  private final Stage stage;
  private final Executor home;
  private Future<Void> room = Future.succeededFuture();
  private int waiting;
  private long free;
  private long bytes;

  /** Which link it is, how fast, and where it leads. */
  record Place(int number, Link link, int neighbour) {}

  OutLink(Place place, Wire wire, Stage stage, Executor home) {
    this.place = place;
    this.wire = wire;
    this.stage = stage;
    this.home = home;
  }

  /** Takes a parcel over, on the context of the node. */
  void send(Parcel parcel) {
    Pace pace = stage.pace();
    long start = Math.max(pace.now(), free);
    // What is cut through cannot leave faster than it comes.
    long end = Math.max(start + pace.nanos(place.link().busy(parcel.bytes())), parcel.tail());
    free = end;
    bytes += parcel.bytes();
    long latency = pace.nanos(place.link().latency());
    long arrival = end + latency;
    boolean relayed = stage.job().relay() == Relay.CUT_THROUGH && place.neighbour() != parcel.to();
    stage.watch().waiting(place.number(), ++waiting);
    pace.at(relayed ? start + latency : arrival, () -> hand(parcel.due(arrival)));
  }

  private void hand(Parcel parcel) {
    home.execute(() ->
        room =
            room.compose(_ -> write(parcel))
                .onSuccess(_ -> stage.watch().waiting(place.number(), --waiting))
                .onFailure(stage.trouble()::accept));
  }

  private Future<Void> write(Parcel parcel) {
    stage.watch().carried(place.number(), parcel.rawBytes(), parcel.bytes());
    return wire.write(parcel);
  }

  /** Completes when the other end has all that was handed over. */
  Future<Void> end() {
    return room.compose(_ -> wire.end());
  }

  /** Bytes of all parcels so far. */
  long bytes() {
    return bytes;
  }
}
