package vail.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.cli.Main;
import vail.cli.Run;
import vail.cli.Shell;
import vail.cli.Terminal;

class ServeCommandTest {
  @Test
  void saysWhereThePageIsAndEndsWhenItIsStopped() throws Exception {
    PipedOutputStream out = new PipedOutputStream();
    PipedInputStream said = new PipedInputStream(out);
    Shell shell =
        new Shell(
            InputStream.nullInputStream(),
            out,
            new PrintStream(System.err, true, StandardCharsets.UTF_8),
            Terminal.NONE);
    CompletableFuture<Integer> exit = new CompletableFuture<>();
    Thread command =
        Thread.ofPlatform().start(() -> exit.complete(Main.run(shell, "serve", "--port", "0")));
    BufferedReader lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8));
    String page = lines.readLine();
    String meters = lines.readLine();
    String listens = lines.readLine();

    assertTrue(page.matches("Page: +http://127[.]0[.]0[.]1:[0-9]+/#key=[\\w-]{32}"), page);
    assertTrue(meters.contains("/metrics"), meters);
    assertTrue(listens.contains("for this computer only"), listens);
    assertEquals(
        List.of("text/html; charset=utf-8", "text/javascript; charset=utf-8"),
        types(page.replaceFirst("Page: +", "").replaceFirst("#.*", ""), "", "app.js"));
    command.interrupt();
    assertEquals(0, exit.get());
  }

  @Test
  void saysThatAPortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Run run = Run.of("serve", "--port", taken.getLocalPort());

      assertEquals(5, run.exit(), run.toString());
      assertTrue(run.errors().contains("port " + taken.getLocalPort() + ": "), run.errors());
    }
  }

  private static List<String> types(String site, String... paths) throws Exception {
    List<String> types = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String path : paths) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(site + path)).build();
        HttpResponse<Void> answer = client.send(request, HttpResponse.BodyHandlers.discarding());
        types.add(answer.headers().firstValue("Content-Type").orElse("none"));
      }
    }
    return types;
  }

  @ParameterizedTest
  @CsvSource({
    "--listen 0.0.0.0, one address of this computer is accepted",
    "--listen 192.0.2.1, a certificate and a key for TLS are wanted",
    "--listen ::, one address of this computer is accepted",
    "--port 70000, 0 to 65535 is accepted",
    "--certificate some.pem, --certificate and --private-key go together"
  })
  void refusesWhatWouldBeOpenToOthers(String options, String words) {
    List<Object> arguments = new ArrayList<>(List.of("serve"));
    arguments.addAll(List.of(options.split(" ", -1)));
    Run run = Run.of(arguments.toArray());

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains(words), run.errors());
  }
}
