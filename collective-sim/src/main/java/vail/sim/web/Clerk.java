package vail.sim.web;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonWriter;
import vail.sim.web.Desk.UnknownQuestionException;

/**
 * Takes questions to the desk and answers back; so many may wait, and one run goes on at a time.
 */
final class Clerk {
  private static final Logger LOG = System.getLogger("vail.web");
  private static final int THREADS = 2;
  private static final long PATIENCE_MINUTES = 10;

  private final Vertx vertx;
  private final Desk desk;
  private final Meters meters;
  private final int most;
  private final WorkerExecutor answers;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean running = new AtomicBoolean();

  Clerk(Vertx vertx, Desk desk, Meters meters, int most) {
    this.vertx = vertx;
    this.desk = desk;
    this.meters = meters;
    this.most = most;
    answers =
        vertx.createSharedWorkerExecutor(
            "vail-answers", THREADS, PATIENCE_MINUTES, TimeUnit.MINUTES);
  }

  /** Answers a question. */
  void answer(RoutingContext context) {
    String name = context.pathParam("name");
    JsonObject question = question(context);
    HttpServerResponse response = context.response();
    if (waiting.incrementAndGet() > most) {
      waiting.decrementAndGet();
      Refusal.end(response, 429, "too many questions wait");
      return;
    }
    long start = System.nanoTime();
    answers
        .executeBlocking(() -> desk.answer(name, question), false)
        .onComplete(_ -> waiting.decrementAndGet())
        .onSuccess(answer -> {
          meters.answered(name, "answered", System.nanoTime() - start);
          send(response, answer);
        })
        .onFailure(why -> refuse(response, why));
  }

  /** Runs something, and sends what happens while it does. */
  void run(RoutingContext context) {
    JsonObject question = question(context);
    if (!running.compareAndSet(false, true)) {
      Refusal.end(context.response(), 429, "a run is going on; there is one at a time");
      return;
    }
    EventStream events = new EventStream(vertx, context.response());
    // A thread of its own: a run waits for threads of Vert.x.
    var _ =
        Thread.ofPlatform()
            .daemon()
            .name("vail-run")
            .start(() -> {
              run(question, events);
              running.set(false);
              events.end();
            });
  }

  private void run(JsonObject question, EventStream events) {
    long start = System.nanoTime();
    String outcome = "answered";
    try {
      desk.run(question, events);
    } catch (RuntimeException | Error why) {
      outcome = "failed";
      events.accept(Refusal.of(words(why)));
    }
    meters.answered("run", outcome, System.nanoTime() - start);
  }

  /** Says how things are. */
  void health(RoutingContext context) {
    answers
        .executeBlocking(desk::health, false)
        .onSuccess(health -> {
          boolean up = health.string("status").equals("up");
          context.response().setStatusCode(up ? 200 : 503);
          send(context.response(), health);
        })
        .onFailure(why -> refuse(context.response(), why));
  }

  /** Bodies are small: what is not well-formed is refused before it takes a thread's time. */
  private static JsonObject question(RoutingContext context) {
    Buffer body = context.body().buffer();
    byte[] text = body == null ? new byte[0] : body.getBytes();
    return JsonReader.read(MemorySegment.ofArray(text)).asObject("the question");
  }

  private static void send(HttpServerResponse response, JsonObject answer) {
    if (!response.closed()) {
      response.putHeader("Content-Type", "application/json");
      var _ = response.end(JsonWriter.compact(answer));
    }
  }

  private static void refuse(HttpServerResponse response, Throwable why) {
    int status =
        switch (why) {
          case UnknownQuestionException _ -> 404;
          case IllegalArgumentException _ -> 400;
          case VailFormatException _ -> 400;
          default -> 500;
        };
    Refusal.end(response, status, words(why));
  }

  /** Words for the one who asked; what is a defect is told to the operator in full. */
  private static String words(Throwable why) {
    if (why instanceof IllegalArgumentException
        || why instanceof VailFormatException
        || why instanceof UnknownQuestionException) {
      return String.valueOf(why.getMessage());
    }
    LOG.log(Level.ERROR, "a question could not be answered", why);
    return "a defect of vail itself, please report it: " + why;
  }
}
