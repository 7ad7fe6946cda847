package vail.bench.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vail.bench.codec.Peers;

/** Turns the outcomes of one contest into rows with ratios to the yardstick. */
final class Rows {
  private Rows() {}

  static List<Row> of(Race race, List<Outcome> outcomes) {
    Optional<double[]> encode = yardstick(outcomes, Outcome::encode);
    Optional<double[]> decode = yardstick(outcomes, Outcome::decode);
    return outcomes.stream()
        .map(outcome ->
            new Row(
                outcome.label(),
                race,
                outcome.size(),
                Spread.of(outcome.encode()),
                Spread.of(outcome.decode()),
                encode.map(by -> Spread.ofRatios(outcome.encode(), by)),
                decode.map(by -> Spread.ofRatios(outcome.decode(), by)),
                outcome.encode().length))
        .toList();
  }

  /** The rounds of the variant of the yardstick whose median is best. */
  private static Optional<double[]> yardstick(
      List<Outcome> outcomes, Function<Outcome, double[]> direction) {
    return outcomes.stream()
        .filter(outcome -> outcome.label().codec().equals(Peers.YARDSTICK))
        .map(direction)
        .max(Comparator.comparingDouble(rates -> Spread.of(rates).median()));
  }
}
