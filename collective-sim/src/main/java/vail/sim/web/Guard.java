package vail.sim.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.SecurityPolicyHandler;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Looks at each request before anybody else does: it must call this server by its name, as another
 * page's script or a name that was bound anew to this address would not; and there must not be too
 * many. Each answer tells the browser to run and to load nothing from elsewhere.
 */
final class Guard implements SecurityPolicyHandler {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
              "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
          "X-Content-Type-Options", "nosniff",
          "X-Frame-Options", "DENY",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Permissions-Policy", "camera=(), geolocation=(), microphone=()",
          "Cache-Control", "no-store");

  private static final long NANOS_A_SECOND = 1_000_000_000;

  private final String scheme;
  private final Set<String> authorities;
  private final int perSecond;
  private long second = System.nanoTime();
  private int inThisSecond;

  Guard(String scheme, Set<String> authorities, int perSecond) {
    this.scheme = scheme;
    this.authorities = authorities;
    this.perSecond = perSecond;
  }

  @Override
  public void handle(RoutingContext context) {
    HttpServerResponse response = context.response();
    HEADERS.forEach(response::putHeader);
    HttpServerRequest request = context.request();
    List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
    if (hosts.size() != 1 || !authorities.contains(hosts.getFirst().toLowerCase(Locale.ROOT))) {
      Refusal.end(response, 421, "this server is not called that");
    } else if (!isOwn(request.headers().getAll(HttpHeaders.ORIGIN), hosts.getFirst())) {
      Refusal.end(response, 403, "other pages may not ask");
    } else if (isTooMany()) {
      Refusal.end(response, 429, "too many requests in a second");
    } else {
      context.next();
    }
  }

  /** Browsers say where a script comes from; others need not say anything. */
  private boolean isOwn(List<String> origins, String host) {
    return origins.isEmpty() || origins.equals(List.of(scheme + "://" + host));
  }

  private boolean isTooMany() {
    long now = System.nanoTime();
    if (now - second > NANOS_A_SECOND) {
      second = now;
      inThisSecond = 0;
    }
    return ++inThisSecond > perSecond;
  }
}
