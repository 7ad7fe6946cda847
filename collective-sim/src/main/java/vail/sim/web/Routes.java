package vail.sim.web;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import vail.fault.VailFormatException;
import vail.sim.web.Keys.Role;
import vail.sim.web.WebServer.Site;

/** Which path leads where, and past whom. */
final class Routes {
  private static final Logger LOG = System.getLogger("vail.web");
  private static final String JSON = "application/json";

  private final Site site;
  private final Door door;
  private final Guard guard;
  private final Limits limits;

  Routes(Site site, Door door, Guard guard, Limits limits) {
    this.site = site;
    this.door = door;
    this.guard = guard;
    this.limits = limits;
  }

  void add(Router router, Vertx vertx) {
    Clerk clerk = new Clerk(vertx, site.desk(), site.meters(), limits.waiting());
    router.route().failureHandler(Routes::failed);
    router
        .route()
        .handler(context -> {
          context.addEndHandler(_ -> door.expect(context.request().connection()));
          context.next();
        });
    router.route().handler(guard);
    router.route("/metrics").handler(context -> need(Role.VIEW, context));
    router.route("/ask/*").handler(context -> need(Role.RUN, context));
    router.route("/run").handler(context -> need(Role.RUN, context));
    router.post().handler(Routes::needJson);
    router.route().handler(BodyHandler.create(false).setBodyLimit(limits.body()));
    router
        .route()
        .handler(context -> {
          door.heard(context.request().connection());
          context.next();
        });
    router.get("/health").handler(clerk::health);
    router.get("/metrics").handler(this::meters);
    router.post("/ask/:name").handler(clerk::answer);
    router.post("/run").handler(clerk::run);
    router.get().handler(this::file);
    for (int status : new int[] {404, 405}) {
      router.errorHandler(
          status, context -> Refusal.end(context.response(), status, words(status)));
    }
  }

  /** Who has left need not be told, and nobody else either. */
  private static void failed(RoutingContext context) {
    if (context.failure() instanceof VailFormatException question) {
      Refusal.end(context.response(), 400, String.valueOf(question.getMessage()));
      return;
    }
    int status = context.statusCode() > 0 ? context.statusCode() : 500;
    if (status == 500 && !(context.failure() instanceof HttpClosedException)) {
      LOG.log(Level.ERROR, "a request could not be answered", context.failure());
    }
    Refusal.end(context.response(), status, words(status));
  }

  private static String words(int status) {
    return switch (status) {
      case 404 -> "there is nothing of that name";
      case 405 -> "not in this way";
      case 413 -> "the request is too large";
      case 500 -> "a defect of vail itself, please report it";
      default -> "the request is not well-formed";
    };
  }

  private void need(Role role, RoutingContext context) {
    String given = Optional.ofNullable(context.request().getHeader("Authorization")).orElse("");
    if (site.keys().allow(role, given)) {
      context.next();
    } else {
      context.response().putHeader("WWW-Authenticate", "Bearer");
      Refusal.end(context.response(), 401, "the key is missing or wrong");
    }
  }

  /** No form of another page can send this type without being asked first. */
  private static void needJson(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (JSON.equals(type)) {
      context.next();
    } else {
      Refusal.end(context.response(), 415, "only " + JSON + " is accepted");
    }
  }

  private void meters(RoutingContext context) {
    context.response().putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
    var _ = context.response().end(site.meters().scrape());
  }

  private void file(RoutingContext context) {
    StaticFile file = site.files().get(context.request().path());
    if (file == null) {
      context.next();
      return;
    }
    context.response().putHeader("Content-Type", file.type());
    var _ = context.response().end(Buffer.buffer(file.bytes()));
  }
}
