package vail.sim.web;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import java.util.Optional;
import java.util.function.Consumer;
import vail.json.JsonObject;
import vail.json.JsonWriter;

/**
 * Events to one browser, as {@code text/event-stream}. To one that reads more slowly than they come
 * only the newest is kept, so the last always gets there and nothing piles up.
 */
final class EventStream implements Consumer<JsonObject> {
  private static final int MOST_BYTES = 256 << 10;
  private static final long HEARTBEAT_MS = 5_000;

  private final HttpServerResponse response;
  private final Context context;
  private final Vertx vertx;
  private final long heart;
  private Optional<JsonObject> newest = Optional.empty();

  /** Begins the answer, on the context of its request. */
  EventStream(Vertx vertx, HttpServerResponse response) {
    this.vertx = vertx;
    this.response = response;
    context = vertx.getOrCreateContext();
    response
        .setChunked(true)
        .setWriteQueueMaxSize(MOST_BYTES)
        .putHeader("Content-Type", "text/event-stream")
        .drainHandler(_ -> drain());
    heart = vertx.setPeriodic(HEARTBEAT_MS, _ -> write(":\n\n"));
    response.closeHandler(_ -> vertx.cancelTimer(heart));
    write(":\n\n");
  }

  /** Sends one, from any thread. */
  @Override
  public void accept(JsonObject event) {
    context.runOnContext(_ -> {
      newest = Optional.of(event);
      drain();
    });
  }

  private void drain() {
    if (!response.writeQueueFull()) {
      newest.ifPresent(this::send);
      newest = Optional.empty();
    }
  }

  private void send(JsonObject event) {
    write("data: " + JsonWriter.compact(event) + "\n\n");
  }

  private void write(String text) {
    if (!response.ended() && !response.closed()) {
      var _ = response.write(text);
    }
  }

  /** No more will come, from any thread. */
  void end() {
    context.runOnContext(_ -> {
      vertx.cancelTimer(heart);
      newest.ifPresent(this::send);
      if (!response.ended() && !response.closed()) {
        var _ = response.end();
      }
    });
  }
}
