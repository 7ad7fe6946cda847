package vail.sim.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server whose desk gives questions back, and who asks it. */
final class EchoSite implements AutoCloseable {
  /** Short enough to wait for. */
  static final Limits SHORT =
      new Limits(
          8,
          4,
          Duration.ofMillis(400),
          Duration.ofMillis(600),
          Duration.ofSeconds(1),
          512,
          2048,
          1024,
          1_000_000,
          4);

  final Keys keys = Keys.random();
  final Meters meters = new Meters();
  final WebServer server;
  final int port;

  EchoSite(Limits limits) throws IOException {
    this(new Listen("127.0.0.1", 0, Optional.empty()), limits);
  }

  EchoSite(Listen listen, Limits limits) throws IOException {
    StaticFile page =
        new StaticFile("text/html; charset=utf-8", "<p>hello</p>".getBytes(StandardCharsets.UTF_8));
    server =
        WebServer.start(
            new WebServer.Site(Map.of("/", page), new EchoDesk(), keys, meters), listen, limits);
    port = server.address().getPort();
  }

  @Override
  public void close() {
    server.close();
  }

  String host() {
    return "Host: 127.0.0.1:" + port;
  }

  static String bearer(String key) {
    return "Authorization: Bearer " + key;
  }

  String get(String path, String... headers) throws IOException {
    List<String> all = new ArrayList<>(List.of(headers));
    all.add(host());
    return Raw.ask(port, "GET " + path, "", all.toArray(new String[0]));
  }

  String post(String path, String body, String key, String... headers) throws IOException {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of(host(), bearer(key), "Content-Type: application/json"));
    return Raw.ask(port, "POST " + path, body, all.toArray(new String[0]));
  }

  static String status(String answer) {
    String[] words = answer.split(" ", 3);
    return words.length < 2 ? "closed" : words[1];
  }
}
