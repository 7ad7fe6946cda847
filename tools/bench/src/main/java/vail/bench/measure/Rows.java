package vail.bench.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Turns the outcomes of one contest into rows with ratios to its yardstick. */
final class Rows {
  private Rows() {}

  static List<Row> of(Race race, List<Outcome> outcomes) {
    return outcomes.stream()
        .map(outcome ->
            new Row(
                outcome.label(),
                race,
                outcome.size(),
                Spread.of(outcome.encode()),
                Spread.of(outcome.decode()),
                ratios(race, outcome, outcomes, Outcome::encode),
                ratios(race, outcome, outcomes, Outcome::decode),
                outcome.encode().length))
        .toList();
  }

  /** By the rounds of the variant of the yardstick whose median is best. */
  private static Optional<Spread> ratios(
      Race race, Outcome measured, List<Outcome> outcomes, Function<Outcome, double[]> direction) {
    return outcomes.stream()
        .filter(outcome -> race.yardstick().fits(outcome.label(), measured.label()))
        .map(direction)
        .max(Comparator.comparingDouble(rates -> Spread.of(rates).median()))
        .map(by -> Spread.ofRatios(direction.apply(measured), by));
  }
}
