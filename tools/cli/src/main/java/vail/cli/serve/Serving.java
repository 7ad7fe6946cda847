package vail.cli.serve;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import vail.cli.Shell;
import vail.cli.UsageException;
import vail.cli.sim.SimDesk;
import vail.sim.web.Keys;
import vail.sim.web.Limits;
import vail.sim.web.Listen;
import vail.sim.web.Meters;
import vail.sim.web.WebServer;

/** A server from its start to the end of the command. */
final class Serving {
  private Serving() {}

  /** Where to serve, as it was asked for. */
  record Place(String host, int port, Optional<Path> certificate, Optional<Path> key) {
    Listen listen() {
      if (certificate.isPresent() != key.isPresent()) {
        throw new UsageException("--certificate and --private-key go together");
      }
      try {
        return new Listen(
            host, port, certificate.map(chain -> new Listen.Tls(chain, key.orElseThrow())));
      } catch (IllegalArgumentException e) {
        throw new UsageException("--listen, --port: " + e.getMessage());
      }
    }
  }

  /** Serves until this thread is interrupted, which Ctrl-C does. */
  static void run(Shell shell, Place place) throws IOException {
    Meters meters = new Meters();
    Keys keys = Keys.random();
    WebServer.Site site = new WebServer.Site(PageFiles.ALL, new SimDesk(meters), keys, meters);
    Listen listen = place.listen();
    try (WebServer server = WebServer.start(site, listen, Limits.USUAL)) {
      say(shell, server, listen, keys);
      new CountDownLatch(1).await();
    } catch (BindException e) {
      throw new IOException(
          "%s port %d: %s; --port 0 takes one that is free"
              .formatted(listen.host(), listen.port(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(Shell shell, WebServer server, Listen listen, Keys keys)
      throws IOException {
    String open =
        listen.tls().isPresent()
            ? "with TLS, for whoever has the key"
            : "without TLS, for this computer only, for whoever has the key";
    shell.println("Page:    %s#key=%s".formatted(server.address(), keys.run()));
    shell.println(
        "Meters:  curl -H 'Authorization: Bearer %s' %smetrics"
            .formatted(keys.view(), server.address()));
    shell.println(
        "Listens: %s port %d, HTTP/1.1 %s; nothing else is open. Ctrl-C ends it."
            .formatted(listen.host(), server.address().getPort(), open));
    shell.out().flush();
  }
}
