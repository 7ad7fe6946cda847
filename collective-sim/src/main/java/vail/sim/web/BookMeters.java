package vail.sim.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import vail.sim.live.BookEvent;
import vail.sim.live.RoundDrift;

/** The meters of the book of one run. */
final class BookMeters {
  private static final RoundDrift NOTHING = new RoundDrift(0, 0, 0, 0, 0, 0, false, List.of());

  private final AtomicReference<RoundDrift> last = new AtomicReference<>(NOTHING);
  private final Map<BookEvent.Kind, Counter> events = new EnumMap<>(BookEvent.Kind.class);

  /** Meters that are told of are to be taken away with the run. */
  BookMeters(MeterRegistry registry, Consumer<Meter> made) {
    gauge(
        registry,
        made,
        "vail.book.edition",
        "Edition that frames are coded with",
        d -> d.edition());
    gauge(registry, made, "vail.book.excess.bits", "Excess over the entropy", RoundDrift::excess);
    gauge(registry, made, "vail.book.ratio", "Frames to values of a round", RoundDrift::ratio);
    gauge(registry, made, "vail.book.alarm", "Whether values drift", d -> d.alarm() ? 1 : 0);
    for (BookEvent.Kind kind : BookEvent.Kind.values()) {
      Counter counter =
          Counter.builder("vail.book.events")
              .description("What happened to the book")
              .tag("event", kind.name().toLowerCase(Locale.ROOT))
              .register(registry);
      events.put(kind, counter);
      made.accept(counter);
    }
  }

  private void gauge(
      MeterRegistry registry,
      Consumer<Meter> made,
      String name,
      String words,
      ToDoubleFunction<RoundDrift> value) {
    made.accept(
        Gauge.builder(name, last, drift -> value.applyAsDouble(drift.get()))
            .description(words)
            .register(registry));
  }

  void drifted(RoundDrift round) {
    last.set(round);
  }

  void refreshed(BookEvent event) {
    Objects.requireNonNull(events.get(event.kind()), "each kind has one").increment();
  }
}
