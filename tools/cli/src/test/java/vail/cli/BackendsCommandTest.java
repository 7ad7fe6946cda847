package vail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vail.json.JsonObject;
import vail.json.JsonValue;

class BackendsCommandTest {
  @Test
  void listsTheReferenceAsReady() {
    Run run = Run.of("backends");

    assertEquals(0, run.exit());
    assertTrue(run.text().lines().anyMatch(l -> l.matches("java-reference +ready .*")), run.text());
  }

  @Test
  void printsEveryBackendWithAllFieldsAsJson() {
    JsonObject document = Run.of("backends", "--json").json();

    assertEquals("vail-backends/1", document.string("schema"));
    for (JsonValue value : document.array("backends").items()) {
      JsonObject backend = value.asObject("backend");
      assertTrue(backend.string("state").matches("ready|absent"));
      assertEquals(backend.string("state").equals("ready"), backend.string("reason").isEmpty());
      backend.string("name");
      backend.string("version");
      backend.object("capabilities");
    }
  }
}
