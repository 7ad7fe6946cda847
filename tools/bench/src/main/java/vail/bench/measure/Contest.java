package vail.bench.measure;

import java.util.ArrayList;
import java.util.List;
import vail.bench.codec.Label;

/** Racers on one plane, one after another in each round, so that all meet the same weather. */
final class Contest implements AutoCloseable {
  private final Pace pace;
  private final Deadline deadline;
  private final String plane;
  private final List<Entrant> entrants = new ArrayList<>();

  Contest(Pace pace, Deadline deadline, String plane) {
    this.pace = pace;
    this.deadline = deadline;
    this.plane = plane;
  }

  /** Lets a racer take part and warms it up. Closes it in the end. */
  void enter(Label label, Racer racer) {
    Entrant entrant = new Entrant(label, racer);
    entrants.add(entrant);
    entrant.prepare(pace, deadline);
  }

  /** Runs the rounds; each starts with another racer. */
  void run() {
    for (int round = 0; round < pace.rounds() && goesOn(round); round++) {
      for (int i = 0; i < entrants.size(); i++) {
        entrants.get((i + round) % entrants.size()).round();
      }
    }
  }

  private boolean goesOn(int round) {
    return round < pace.leastRounds() || !deadline.over();
  }

  /** What those did who made no mistake. */
  List<Outcome> outcomes() {
    return entrants.stream()
        .filter(entrant -> entrant.failure(plane).isEmpty())
        .map(Entrant::outcome)
        .toList();
  }

  /** What the others did. */
  List<Failure> failures() {
    return entrants.stream().flatMap(entrant -> entrant.failure(plane).stream()).toList();
  }

  @Override
  public void close() {
    entrants.forEach(Entrant::close);
  }
}
