package vail.sim.web;

import io.vertx.core.http.HttpServerResponse;
import vail.json.JsonObject;
import vail.json.JsonWriter;

/** Says no, in words. */
final class Refusal {
  private Refusal() {}

  /** Ends an answer with a status and what is wrong. */
  static void end(HttpServerResponse response, int status, String words) {
    if (!response.ended() && !response.closed()) {
      response.setStatusCode(status).putHeader("Content-Type", "application/json");
      var _ = response.end(JsonWriter.compact(of(words)));
    }
  }

  /** What is wrong. */
  static JsonObject of(String words) {
    return JsonObject.builder().put("error", words).build();
  }
}
