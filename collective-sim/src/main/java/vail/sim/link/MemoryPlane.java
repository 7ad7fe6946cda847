package vail.sim.link;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Hands parcels over by reference, between the contexts of nodes in one JVM. */
public final class MemoryPlane implements Plane {
  private final long window;
  private final LinkWatch watch;
  private final Map<Integer, Place> places = new ConcurrentHashMap<>();

  private record Place(Context context, Consumer<Parcel> receiver) {}

  /** A plane with so many bytes at once on each link. */
  public MemoryPlane(long window, LinkWatch watch) {
    this.window = window;
    this.watch = watch;
  }

  @Override
  public Future<Void> open(int node, Consumer<Parcel> receiver, Consumer<Throwable> trouble) {
    places.put(node, new Place(Vertx.currentContext(), receiver));
    return Future.succeededFuture();
  }

  @Override
  public Future<Wire> connect(int link, int to, Consumer<Throwable> trouble) {
    Place place = places.get(to);
    if (place == null) {
      return Future.failedFuture(new IllegalStateException("node " + to + " is not open"));
    }
    return Future.succeededFuture(
        new Hand(place, new Credits(window, used -> watch.onTheWay(link, used))));
  }

  /** Nothing is lost on the way: the end needs no answer. */
  private record Hand(Place place, Credits credits) implements Wire {
    @Override
    public Future<Void> write(Parcel parcel) {
      long bytes = parcel.bytes();
      return credits
          .take(bytes)
          .onSuccess(_ ->
              place.context.runOnContext(_ -> {
                place.receiver.accept(parcel);
                credits.give(bytes);
              }));
    }

    @Override
    public Future<Void> end() {
      return Future.succeededFuture();
    }
  }
}
