package vail.sim.web;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vail.sim.event.Wiring;
import vail.sim.live.Watch;

/** What is counted while a server is there: its requests and threads, its runs and their links. */
public final class Meters {
  private static final long EVERY_MS = 100;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private Optional<LinkMeters> run = Optional.empty();

  /** Meters that have counted nothing yet; those of Vert.x and of its event loop among them. */
  public Meters() {}

  /** A Vert.x that is metered. */
  VertxBuilder vertx() {
    return Vertx.builder()
        .with(
            new VertxOptions()
                .setMetricsOptions(
                    new MicrometerMetricsOptions().setEnabled(true).setJvmMetricsEnabled(true)))
        .withMetrics(new MicrometerMetricsFactory(registry));
  }

  /** Measures how late the event loop is with what is due. */
  void watchLoop(Vertx vertx) {
    Timer lag =
        Timer.builder("vail.loop.lag")
            .description("How late the event loop of the server is")
            .register(registry);
    vertx.runOnContext(_ -> {
      long[] due = {System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MS)};
      vertx.setPeriodic(
          EVERY_MS,
          _ -> {
            long now = System.nanoTime();
            lag.record(Math.max(0, now - due[0]), TimeUnit.NANOSECONDS);
            due[0] = now + TimeUnit.MILLISECONDS.toNanos(EVERY_MS);
          });
    });
  }

  /** Counts what a run does that begins now; what the one before has counted is gone. */
  public synchronized Watch watch(Wiring wiring) {
    run.ifPresent(LinkMeters::remove);
    LinkMeters next = new LinkMeters(registry, wiring);
    run = Optional.of(next);
    return next;
  }

  /** Counts an answer. */
  void answered(String question, String outcome, long nanos) {
    Timer.builder("vail.answers")
        .description("How long questions took")
        .tag("question", question)
        .tag("outcome", outcome)
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** All of them in Prometheus' format of text. */
  String scrape() {
    return registry.scrape();
  }
}
