package vail.sim.web;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets connections in as long as there is room, and closes those that take too long to say what
 * they want, however steadily they trickle.
 */
final class Door implements Handler<HttpConnection> {
  private final Vertx vertx;
  private final Limits limits;
  private final Map<HttpConnection, Long> timers = new HashMap<>();
  private final Map<HttpConnection, String> open = new HashMap<>();

  Door(Vertx vertx, Limits limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  @Override
  public synchronized void handle(HttpConnection connection) {
    String address = String.valueOf(connection.remoteAddress().hostAddress());
    long same = open.values().stream().filter(address::equals).count();
    if (open.size() >= limits.connections() || same >= limits.perAddress()) {
      var _ = connection.close();
      return;
    }
    open.put(connection, address);
    connection.closeHandler(_ -> left(connection));
    expect(connection);
  }

  private synchronized void left(HttpConnection connection) {
    open.remove(connection);
    heard(connection);
  }

  /** From now on the connection has its time for a request. */
  synchronized void expect(HttpConnection connection) {
    heard(connection);
    if (open.containsKey(connection)) {
      timers.put(connection, vertx.setTimer(limits.request().toMillis(), _ -> connection.close()));
    }
  }

  /** A request is here, whole. */
  synchronized void heard(HttpConnection connection) {
    Long timer = timers.remove(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  /** Connections that are open. */
  synchronized int open() {
    return open.size();
  }
}
