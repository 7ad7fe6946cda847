package vail.sim.live;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import vail.sim.bytes.Part;

/**
 * Moves parcels over a TCP connection of its own for each link, on the loopback interface. What is
 * taken in at one end is given back as credit to the other over the same connection.
 */
final class SocketPlane implements Plane {
  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx;
  private final long window;
  private final long mostBytes;
  private final Watch watch;
  private final NetClient client;
  private final Map<Integer, SocketAddress> places = new ConcurrentHashMap<>();

  /**
   * A plane.
   *
   * @param window bytes at once on each link
   * @param mostBytes of a parcel
   */
  SocketPlane(Vertx vertx, long window, long mostBytes, Watch watch) {
    this.vertx = vertx;
    this.window = window;
    this.mostBytes = mostBytes;
    this.watch = watch;
    client = vertx.createNetClient();
  }

  @Override
  public Future<Void> open(int node, Consumer<Parcel> receiver, Consumer<Throwable> trouble) {
    return vertx
        .createNetServer(new NetServerOptions().setHost(LOOPBACK).setPort(0))
        .connectHandler(socket -> new ParcelReader(socket, mostBytes, receiver, trouble))
        .listen()
        .onSuccess(server ->
            places.put(node, SocketAddress.inetSocketAddress(server.actualPort(), LOOPBACK)))
        .mapEmpty();
  }

  @Override
  public Future<Wire> connect(int link, int to, Consumer<Throwable> trouble) {
    return connectRaw(to).map(socket -> wire(link, socket, trouble));
  }

  /** A connection to a node, on which nothing has been said yet. */
  Future<NetSocket> connectRaw(int to) {
    SocketAddress place = places.get(to);
    return place == null
        ? Future.failedFuture(new IllegalStateException("node " + to + " is not open"))
        : client.connect(place);
  }

  private Wire wire(int link, NetSocket socket, Consumer<Throwable> trouble) {
    Credits credits = new Credits(window, used -> watch.onTheWay(link, used));
    AtomicInteger number = new AtomicInteger();
    socket.handler(new CreditReader(credits));
    socket.closeHandler(_ -> {
      IOException closed = new IOException("link " + link + " was closed at its other end");
      credits.fail(closed);
      trouble.accept(closed);
    });
    return parcel ->
        credits
            .take(parcel.bytes())
            .onSuccess(_ -> write(socket, parcel, number.getAndIncrement()));
  }

  /**
   * Credit bounds what is on the way, and a link that is gone says so: writes are not waited for.
   */
  private static void write(NetSocket socket, Parcel parcel, int number) {
    var _ = socket.write(Buffer.buffer(ParcelFormat.head(parcel, number)));
    for (Part part : parcel.parts()) {
      if (part.length() > 0) {
        var _ =
            socket.write(
                Buffer.buffer(part.length()).appendBytes(part.bytes(), part.from(), part.length()));
      }
    }
  }
}
