package vail.sim.live;

import io.vertx.core.Future;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.bytes.Word;
import vail.sim.link.Parcel;

/** Where words about books come to a die, and leave it. */
final class BookDesk {
  private static final int COORDINATOR = 0;

  private final int die;
  private final Stage stage;
  private final Executor home;
  private final Consumer<Parcel> sender;
  private final Participant participant;
  private final Optional<Coordinator> coordinator;

  BookDesk(int die, Stage stage, Upkeep upkeep, Executor home, Consumer<Parcel> sender) {
    this.die = die;
    this.stage = stage;
    this.home = home;
    this.sender = sender;
    participant = new Participant(upkeep.first(), upkeep.shelves().get(die));
    coordinator =
        die == COORDINATOR
            ? Optional.of(new Coordinator(stage, upkeep, home, this::say))
            : Optional.empty();
  }

  /** The die has done a round. */
  void ended() {
    say(COORDINATOR, participant.report());
  }

  /** Completes when this die has nothing more to see to. */
  Future<Void> quiet() {
    return coordinator.map(Coordinator::quiet).orElse(Future.succeededFuture());
  }

  /**
   * Takes a word of a die.
   *
   * @throws VailFormatException if it is none that this die expects
   */
  void hear(int from, Word word) {
    switch (word.kind()) {
      case PREPARE, COMMIT, ABORT, RETIRE -> {
        check(from == COORDINATOR, "die %d gives no orders".formatted(from));
        say(COORDINATOR, participant.hear(word));
      }
      case REPORT, PREPARED, REFUSED, COMMITTED, ABORTED, RETIRED -> {
        check(coordinator.isPresent(), "die %d hears no reports".formatted(die));
        coordinator.get().hear(from, word);
      }
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new VailFormatException(Fault.BAD_FIELD, 12, otherwise);
    }
  }

  private void say(int to, Word word) {
    if (to == die) {
      home.execute(() -> hearOwn(word));
    } else {
      sender.accept(Parcel.of(die, to, word));
    }
  }

  private void hearOwn(Word word) {
    try {
      hear(die, word);
    } catch (RuntimeException e) {
      stage.trouble().accept(e);
    }
  }
}
