package vail.sim.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Serves one site until it is closed. */
public final class WebServer implements AutoCloseable {
  private final Vertx vertx;
  private final HttpServer server;
  private final Listen listen;

  /**
   * What is served.
   *
   * @param files by path
   * @param desk answers questions
   * @param keys of those who may ask
   * @param meters of all
   */
  public record Site(Map<String, StaticFile> files, Desk desk, Keys keys, Meters meters) {
    /** Takes a copy. */
    public Site {
      files = Map.copyOf(files);
    }
  }

  private WebServer(Vertx vertx, HttpServer server, Listen listen) {
    this.vertx = vertx;
    this.server = server;
    this.listen = listen;
  }

  /**
   * Starts a server; it accepts connections once this returns.
   *
   * @throws IOException if it cannot listen there
   */
  public static WebServer start(Site site, Listen listen, Limits limits) throws IOException {
    Vertx vertx = site.meters().vertx().build();
    boolean started = false;
    try {
      Door door = new Door(vertx, limits);
      HttpServer server = vertx.createHttpServer(options(listen, limits)).connectionHandler(door);
      // Its own name holds the port, which is known once it listens: until then it knows nobody.
      Router router = Router.router(vertx);
      server.requestHandler(router).listen().await();
      Guard guard =
          new Guard(listen.scheme(), listen.authorities(server.actualPort()), limits.perSecond());
      new Routes(site, door, guard, limits).add(router, vertx);
      site.meters().watchLoop(vertx);
      started = true;
      return new WebServer(vertx, server, listen);
    } finally {
      if (!started) {
        vertx.close().await();
      }
    }
  }

  private static HttpServerOptions options(Listen listen, Limits limits) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(listen.host())
            .setPort(listen.port())
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            .setMaxInitialLineLength(limits.line())
            .setMaxHeaderSize(limits.head())
            .setMaxFormAttributeSize(0)
            .setMaxFormFields(0)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setIdleTimeout((int) limits.idle().toMillis())
            .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS)
            .setSslHandshakeTimeout(limits.handshake().toMillis());
    listen
        .tls()
        .ifPresent(tls ->
            options
                .setSsl(true)
                .setKeyCertOptions(
                    new PemKeyCertOptions()
                        .addCertPath(tls.certificate().toString())
                        .addKeyPath(tls.key().toString())));
    return options;
  }

  /** Where it is. */
  public URI address() {
    return URI.create("%s://%s/".formatted(listen.scheme(), listen.authority(server.actualPort())));
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
