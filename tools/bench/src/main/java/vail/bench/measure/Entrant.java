package vail.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import vail.bench.codec.Label;

/** A racer in a contest, and its laps until it came to grief. */
final class Entrant {
  private final Label label;
  private final Racer racer;
  private final List<Racer.Lap> laps = new ArrayList<>();
  private double coded;
  private int lapsOfRound = 1;
  private Optional<String> trouble = Optional.empty();

  Entrant(Label label, Racer racer) {
    this.label = label;
    this.racer = racer;
  }

  /** Gets ready: a lap will take neither much longer nor much shorter than others'. */
  void prepare(Pace pace, Deadline deadline) {
    attempt(() -> {
      if (!pace.wholeLaps()) {
        fit(pace, warmUp(pace, deadline));
      }
      coded = racer.check();
    });
  }

  /** The times of one block. */
  private Racer.Lap warmUp(Pace pace, Deadline deadline) {
    racer.take(1);
    racer.check();
    racer.take(pace.blocks(racer.lap(), racer.all()));
    Racer.Lap last;
    double spent = 0;
    do {
      last = racer.lap();
      spent += last.encode() + last.decode();
    } while (spent < pace.warmUpNanos() && !deadline.over());
    return last.by(racer.blocks());
  }

  private void fit(Pace pace, Racer.Lap one) {
    int blocks = pace.blocks(one, racer.all());
    racer.take(blocks);
    racer.repeat(pace.repeats(one.encode() * blocks), pace.repeats(one.decode() * blocks));
    lapsOfRound = pace.laps(one.encode() + one.decode());
  }

  /** Its laps of one more round, unless one has failed. */
  void round() {
    if (trouble.isEmpty()) {
      attempt(() -> laps.addAll(racer.laps(lapsOfRound)));
    }
  }

  private void attempt(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      trouble = Optional.of(String.valueOf(e.getMessage()));
    }
  }

  Optional<Failure> failure(String plane) {
    return trouble.map(reason -> new Failure(label, plane, reason));
  }

  Outcome outcome() {
    return new Outcome(label, coded, rates(Racer.Lap::encode), rates(Racer.Lap::decode));
  }

  private double[] rates(ToDoubleFunction<Racer.Lap> direction) {
    return laps.stream()
        .mapToDouble(lap -> racer.bytes() / Math.max(1, direction.applyAsDouble(lap)))
        .toArray();
  }

  void close() {
    racer.close();
  }
}
