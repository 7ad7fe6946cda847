package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static vail.sim.web.EchoSite.bearer;
import static vail.sim.web.EchoSite.status;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private final EchoSite site;

  GuardTest() throws IOException {
    site = new EchoSite(EchoSite.SHORT);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void refusesWhoHasNoKeyOrAnotherOne() throws IOException {
    assertEquals("401", status(site.post("/ask/echo", "{}", "guess")));
    assertEquals("401", status(site.post("/ask/echo", "{}", "")));
    assertEquals("401", status(site.post("/ask/echo", "{}", site.keys.view())));
    assertEquals("401", status(site.post("/run", "{\"events\":1}", site.keys.view())));
    assertEquals("401", status(site.get("/metrics")));
    assertEquals("200", status(site.get("/metrics", bearer(site.keys.view()))));
    assertEquals("200", status(site.get("/metrics", bearer(site.keys.run()))));
    assertEquals("200", status(site.get("/health")));
  }

  /** As a name does that was bound anew to this computer's address. */
  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:PORT", "127.0.0.1", "127.0.0.1:1", ""})
  void refusesWhoCallsItByAnotherName(String host) throws IOException {
    String named = host.replace("PORT", String.valueOf(site.port));
    String answer = Raw.ask(site.port, "GET /", "", "Host: " + named);

    assertEquals("421", status(answer), answer);
  }

  @Test
  void refusesRequestsWithNoNameOrTwo() throws IOException {
    String own = "Host: 127.0.0.1:" + site.port;

    assertFalse(Raw.ask(site.port, "GET /", "", own, own).startsWith("HTTP/1.1 200"));
    assertFalse(Raw.ask(site.port, "GET /", "").startsWith("HTTP/1.1 200"));
  }

  @ParameterizedTest
  @CsvSource({
    "http://evil.example, 403",
    "http://127.0.0.1:1, 403",
    "https://127.0.0.1:PORT, 403",
    "null, 403",
    "http://127.0.0.1:PORT, 200"
  })
  void refusesOtherPages(String origin, String status) throws IOException {
    String from = "Origin: " + origin.replace("PORT", String.valueOf(site.port));

    assertEquals(status, status(site.get("/", from)));
    for (String path : List.of("/ask/echo", "/run")) {
      String answer = site.post(path, "{\"events\":1}", site.keys.run(), from);
      assertEquals(status, status(answer), answer);
    }
  }

  @Test
  void takesNoFormsAndNoWebSockets() throws IOException {
    String body = "a=b";
    String answer =
        Raw.ask(
            site.port,
            "POST /ask/echo",
            body,
            site.host(),
            bearer(site.keys.run()),
            "Content-Type: application/x-www-form-urlencoded");
    assertEquals("415", status(answer), answer);

    String upgrade =
        site.get(
            "/run",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    assertFalse(upgrade.startsWith("HTTP/1.1 101"), upgrade);
  }
}
