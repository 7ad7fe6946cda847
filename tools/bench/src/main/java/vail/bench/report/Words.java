package vail.bench.report;

import java.util.Locale;
import java.util.Optional;
import vail.bench.measure.Race;
import vail.bench.measure.Spread;
import vail.cli.Units;

/** Figures and names as they are shown. */
final class Words {
  static final String NONE = "–";

  private Words() {}

  /** Three digits that count. */
  static String rate(double value) {
    return String.format(
        Locale.ROOT, value < 0.0995 ? "%.3f" : value < 9.95 ? "%.2f" : "%.1f", value);
  }

  /** A ratio, e.g. {@code 0.71×}. */
  static String times(Optional<Spread> ratio) {
    return ratio.map(spread -> rate(spread.median()) + "×").orElse(NONE);
  }

  /** A ratio and how far it went, e.g. {@code 0.71× (0.69…0.74)}. */
  static String timesRange(Optional<Spread> ratio) {
    return ratio
        .map(spread -> times(ratio) + " (" + rate(spread.least()) + "…" + rate(spread.most()) + ")")
        .orElse(NONE);
  }

  /** A share in percent. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f", share * 100);
  }

  /** What a contest was about. */
  static String title(Race race) {
    String blocks =
        race.size().block() == race.size().bytes()
            ? "one block of " + Units.bytes(race.size().block())
            : "blocks of "
                + Units.bytes(race.size().block())
                + ", "
                + Units.bytes(race.size().bytes())
                + " in all";
    return switch (race.time()) {
      case PROCESSOR -> race.plane() + ": " + blocks;
      case WALL ->
          "%s: %s for each of %d threads, by the clock on the wall"
              .formatted(race.plane(), blocks, race.threads());
    };
  }
}
