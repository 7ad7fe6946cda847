package vail.sim.web;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import vail.json.JsonObject;

/** Gives questions back. */
final class EchoDesk implements Desk {
  @Override
  public JsonObject answer(String name, JsonObject question) {
    return switch (name) {
      case "echo" -> question;
      case "refuse" -> throw new IllegalArgumentException("not this <b>");
      case "break" -> throw new IllegalStateException("broken");
      default -> throw new UnknownQuestionException(name);
    };
  }

  @Override
  public void run(JsonObject question, Consumer<JsonObject> events) {
    long count = question.integer("events", 0, 1000);
    if (question.find("waitMs").isPresent()) {
      LockSupport.parkNanos(1_000_000 * question.integer("waitMs", 0, 10_000));
    }
    for (long i = 0; i < count; i++) {
      events.accept(JsonObject.builder().put("event", i).build());
    }
  }

  @Override
  public JsonObject health() {
    return JsonObject.builder().put("status", "up").build();
  }
}
