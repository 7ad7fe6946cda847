package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vail.sim.web.EchoSite.status;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
  private final EchoSite site;

  WebServerTest() throws IOException {
    site = new EchoSite(EchoSite.SHORT);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void servesItsFilesAndTellsBrowsersToLoadNothingElse() throws IOException {
    String answer = site.get("/");

    assertTrue(answer.startsWith("HTTP/1.1 200 "), answer);
    assertTrue(answer.endsWith("<p>hello</p>"), answer);
    assertTrue(answer.contains("Content-Security-Policy: default-src 'self';"), answer);
    assertTrue(answer.contains("X-Content-Type-Options: nosniff"), answer);
    assertTrue(answer.contains("X-Frame-Options: DENY"), answer);
    assertFalse(answer.contains("Access-Control"), answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../etc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/index.html/..",
        "/WebServer.class",
        "/%00",
        "/?x=/etc/passwd"
      })
  void hasNoFilesButItsOwn(String path) throws IOException {
    String answer = site.get(path);

    assertFalse(answer.contains("root:"), answer);
    assertEquals(path.startsWith("/?") ? "200" : "404", status(answer), answer);
  }

  @Test
  void answersWhoHasTheKey() throws IOException {
    assertEquals("200", status(site.post("/ask/echo", "{\"a\":1}", site.keys.run())));
    assertTrue(site.post("/ask/echo", "{\"a\":1}", site.keys.run()).endsWith("{\"a\":1}"));
  }

  @Test
  void saysWhatIsWrongWithAQuestion() throws IOException {
    assertEquals("404", status(site.post("/ask/nothing", "{}", site.keys.run())));
    assertEquals("400", status(site.post("/ask/echo", "{", site.keys.run())));
    assertTrue(
        site.post("/ask/refuse", "{}", site.keys.run()).endsWith("{\"error\":\"not this <b>\"}"));
    assertEquals("500", status(site.post("/ask/break", "{}", site.keys.run())));
  }

  @Test
  void sendsEventsWhileSomethingRuns() throws IOException {
    String answer = site.post("/run", "{\"events\":3}", site.keys.run());

    assertTrue(answer.contains("text/event-stream"), answer);
    assertTrue(answer.contains("data: {\"event\":2}\n"), answer);
    assertTrue(
        site.post("/run", "{\"events\":-1}", site.keys.run()).contains("data: {\"error\":"),
        answer);
  }

  @Test
  void answersOnlySoManyInASecond() throws IOException {
    Limits few = EchoSite.SHORT.with(1);
    try (EchoSite busy = new EchoSite(few)) {
      List<String> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(status(busy.get("/")));
      }
      assertTrue(answers.contains("200"), answers.toString());
      assertTrue(answers.contains("429"), answers.toString());
    }
  }

  @Test
  void runsOneThingAtATime() throws Exception {
    String question = "{\"events\":1,\"waitMs\":2000}";
    String first =
        "POST /run HTTP/1.1\r\n%s\r\n%s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(site.host(), EchoSite.bearer(site.keys.run()), question.length(), question);
    try (Socket socket = Raw.connect(site.port)) {
      socket.getOutputStream().write(first.getBytes(StandardCharsets.ISO_8859_1));
      assertEquals('H', socket.getInputStream().read());
      assertEquals("429", status(site.post("/run", "{\"events\":0}", site.keys.run())));
    }
  }

  @Test
  void listensOnNothingButItsPortOfTheLoopbackInterface() throws IOException {
    List<String> before = Listening.sockets();
    try (EchoSite other = new EchoSite(Limits.USUAL)) {
      List<String> after = new ArrayList<>(Listening.sockets());
      after.removeAll(before);

      assertEquals(List.of("127.0.0.1:" + other.port), after);
    }
  }
}
