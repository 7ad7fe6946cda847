package vail.sim.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import vail.sim.event.Wiring;
import vail.sim.link.Recovery;
import vail.sim.live.BookEvent;
import vail.sim.live.RoundDrift;
import vail.sim.live.Watch;
import vail.sim.model.Die;
import vail.sim.plan.OpKind;

/** The meters of one run: those of the next take their place. */
final class LinkMeters implements Watch {
  /** Of larger networks only the first links have meters: each is a line for whoever collects. */
  static final int MOST_LINKS = 1024;

  private final MeterRegistry registry;
  private final List<Meter> meters = new ArrayList<>();
  private final LinkMeter[] links;
  private final Map<OpKind, Timer> work = new EnumMap<>(OpKind.class);
  private final BookMeters books;

  private record LinkMeter(
      Counter raw, Counter frames, Counter recoveries, AtomicLong waiting, AtomicLong onTheWay) {}

  LinkMeters(MeterRegistry registry, Wiring wiring) {
    this.registry = registry;
    links = new LinkMeter[Math.min(MOST_LINKS, wiring.size())];
    for (int link = 0; link < links.length; link++) {
      if (wiring.leads(link)) {
        links[link] = meter(wiring.node(link) + ">" + wiring.neighbour(link));
      }
    }
    books = new BookMeters(registry, meters::add);
    for (OpKind kind : OpKind.values()) {
      if (Die.serves(kind)) {
        work.put(kind, kept(timer(kind)));
      }
    }
  }

  private LinkMeter meter(String link) {
    LinkMeter meter =
        new LinkMeter(
            counter("vail.link.raw.bytes", link, "Values that a link has carried"),
            counter("vail.link.frames.bytes", link, "Frames that a link has carried"),
            counter("vail.link.recoveries", link, "Losses after which a link went on"),
            new AtomicLong(),
            new AtomicLong());
    gauge("vail.link.queue", link, "Parcels that wait for a link", meter.waiting);
    gauge(
        "vail.link.credit.used",
        link,
        "Bytes on a link for which no credit is back",
        meter.onTheWay);
    kept(
        Gauge.builder("vail.link.ratio", meter, LinkMeters::ratio)
            .description("Frames to values of a link")
            .tag("link", link)
            .register(registry));
    return meter;
  }

  private static double ratio(LinkMeter meter) {
    return meter.raw.count() == 0 ? 1 : meter.frames.count() / meter.raw.count();
  }

  private Counter counter(String name, String link, String words) {
    return kept(Counter.builder(name).description(words).tag("link", link).register(registry));
  }

  private void gauge(String name, String link, String words, AtomicLong value) {
    kept(
        Gauge.builder(name, value, AtomicLong::get)
            .description(words)
            .tag("link", link)
            .register(registry));
  }

  private Timer timer(OpKind kind) {
    return Timer.builder("vail.work")
        .description("How long work of a kind kept a thread busy")
        .tag("kind", kind.word())
        .serviceLevelObjectives(
            Duration.ofNanos(10_000),
            Duration.ofNanos(100_000),
            Duration.ofMillis(1),
            Duration.ofMillis(10),
            Duration.ofMillis(100))
        .register(registry);
  }

  private <M extends Meter> M kept(M meter) {
    meters.add(meter);
    return meter;
  }

  /** Takes the meters away. */
  void remove() {
    meters.forEach(registry::remove);
  }

  @Override
  public void worked(int die, OpKind kind, long nanos) {
    Timer timer = work.get(kind);
    if (timer != null) {
      timer.record(nanos, TimeUnit.NANOSECONDS);
    }
  }

  @Override
  public void carried(int link, long rawBytes, long bytes) {
    if (link < links.length) {
      links[link].raw.increment((double) rawBytes);
      links[link].frames.increment((double) bytes);
    }
  }

  @Override
  public void drifted(RoundDrift round) {
    books.drifted(round);
  }

  @Override
  public void refreshed(BookEvent event) {
    books.refreshed(event);
  }

  @Override
  public void waiting(int link, int parcels) {
    if (link < links.length) {
      links[link].waiting.set(parcels);
    }
  }

  @Override
  public void recovered(Recovery recovery) {
    if (recovery.link() < links.length) {
      links[recovery.link()].recoveries.increment();
    }
  }

  @Override
  public void onTheWay(int link, long bytes) {
    if (link < links.length) {
      links[link].onTheWay.set(bytes);
    }
  }
}
