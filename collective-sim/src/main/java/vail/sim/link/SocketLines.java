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

/** Lines that are TCP connections. */
public final class SocketLines implements Lines {
  private final Vertx vertx;
  private final String host;
  private final NetClient client;
  private final Map<Integer, SocketAddress> places = new ConcurrentHashMap<>();

  /**
   * Lines of which each is made within so much time, or not at all.
   *
   * @param host name or address of the interface on which nodes listen
   */
  public SocketLines(Vertx vertx, String host, Duration patience) {
    this.vertx = vertx;
    this.host = host;
    client =
        vertx.createNetClient(new NetClientOptions().setConnectTimeout((int) patience.toMillis()));
  }

  @Override
  public Future<Void> open(int node, Consumer<Line> acceptor) {
    return vertx
        .createNetServer(new NetServerOptions().setHost(host).setPort(0))
        .connectHandler(socket -> acceptor.accept(new SocketLine(socket)))
        .listen()
        .onSuccess(server -> place(node, server.actualPort(), host))
        .mapEmpty();
  }

  /** Where all nodes are that are known, in words that {@link #place(String)} reads. */
  public String places() {
    return places.entrySet().stream()
        .map(each -> each.getKey() + ":" + each.getValue().port() + ":" + each.getValue().host())
        .collect(Collectors.joining(" "));
  }

  /** Learns where nodes are elsewhere. */
  public void place(String places) {
    for (String each : places.split(" ", -1)) {
      String[] parts = each.split(":", 3);
      place(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), parts[2]);
    }
  }

  /** Says where a node listens. */
  void place(int node, int port, String host) {
    places.put(node, SocketAddress.inetSocketAddress(port, host));
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
