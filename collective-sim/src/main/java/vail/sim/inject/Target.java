package vail.sim.inject;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vail.sim.bytes.Word;

/**
 * One link, and what is still to be done to it; told of dies on their threads, of frames on its
 * own.
 */
final class Target {
  private final List<Injection> left = new ArrayList<>();
  private final List<Injection> armed = new ArrayList<>();
  private final Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
  private final Gate gate = new Gate();
  private int refusals;
  private boolean ending;

  synchronized void add(Injection injection) {
    left.add(injection);
  }

  /** A die has begun to encode or decode, or a node has no more to send. */
  synchronized void reached(Phase phase) {
    if (phase == Phase.SHUTDOWN) {
      ending = true;
    } else {
      arm(phase);
    }
  }

  /** What strikes a frame that is about to pass. */
  synchronized Optional<Injection> strike(Frame frame) {
    arm(Phase.IDLE);
    if (ending) {
      arm(Phase.SHUTDOWN);
    }
    if (frame.isParcel()) {
      arm(Phase.TRANSFER);
      frame.word().ifPresent(this::arm);
    }
    Optional<Injection> found =
        armed.stream()
            .filter(each -> each.kind() != Kind.STALE_BOOK || frame.stale().isPresent())
            .findFirst();
    found.ifPresent(armed::remove);
    return found;
  }

  private void arm(Word.Kind word) {
    if (word.prepares()) {
      arm(Phase.REFRESH_PREPARE);
    } else if (word.commits()) {
      arm(Phase.REFRESH_COMMIT);
    }
  }

  private void arm(Phase phase) {
    int count = counts.merge(phase, 1, Integer::sum) - 1;
    left.stream()
        .filter(each -> each.phase() == phase && each.number() == count)
        .forEach(armed::add);
    left.removeAll(armed);
  }

  /** Refuses the next connections. */
  synchronized void refuse(int connections) {
    refusals += connections;
  }

  /** Whether a connection is refused. */
  synchronized boolean refuses() {
    return refusals > 0 && refusals-- > 0;
  }

  /** What its other end takes passes here. */
  Gate gate() {
    return gate;
  }
}
