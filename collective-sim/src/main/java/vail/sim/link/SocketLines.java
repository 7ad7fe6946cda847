package vail.sim.link;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Lines that are TCP connections on the loopback interface. */
public final class SocketLines implements Lines {
  private static final String LOOPBACK = "127.0.0.1";

  private final Vertx vertx;
  private final NetClient client;
  private final Map<Integer, SocketAddress> places = new ConcurrentHashMap<>();

  /** Lines of which each is made within so much time, or not at all. */
  public SocketLines(Vertx vertx, Duration patience) {
    this.vertx = vertx;
    client =
        vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) patience.toMillis()));
  }

  @Override
  public Future<Void> open(int node, Consumer<Line> acceptor) {
    return vertx
        .createNetServer(new NetServerOptions().setHost(LOOPBACK).setPort(0))
        .connectHandler(socket -> acceptor.accept(new SocketLine(socket)))
        .listen()
        .onSuccess(server -> place(node, server.actualPort()))
        .mapEmpty();
  }

  /** The ports of all nodes that are known, in words that {@link #place(String)} reads. */
  public String ports() {
    return places.entrySet().stream()
        .map(each -> each.getKey() + ":" + each.getValue().port())
        .collect(Collectors.joining(" "));
  }

  /** Learns the ports of nodes elsewhere. */
  public void place(String ports) {
    for (String each : ports.split(" ", -1)) {
      int colon = each.indexOf(':');
      place(
          Integer.parseInt(each, 0, colon, 10),
          Integer.parseInt(each, colon + 1, each.length(), 10));
    }
  }

  /** Says at which port a node listens. */
  void place(int node, int port) {
    places.put(node, SocketAddress.inetSocketAddress(port, LOOPBACK));
  }

  @Override
  public Future<Line> connect(int link, int to) {
    SocketAddress place = places.get(to);
    return place == null
        ? Future.failedFuture(new IllegalStateException("node " + to + " is not open"))
        : client.connect(place).map(SocketLine::new);
  }

  /** Credit bounds what is on the way, and a line that is gone says so: no write is waited for. */
  private record SocketLine(NetSocket socket) implements Line {
    @Override
    public void write(Buffer frame) {
      var _ = socket.write(frame);
    }

    @Override
    public void read(Consumer<Buffer> bytes, Runnable closed) {
      socket.handler(bytes::accept);
      socket.closeHandler(_ -> closed.run());
      socket.exceptionHandler(_ -> {});
    }

    @Override
    public void close() {
      var _ = socket.close();
    }
  }
}
