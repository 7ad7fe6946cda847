package vail.sim.live;

import java.util.Optional;
import java.util.function.Consumer;
import vail.code.Codebook;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Word;
import vail.sim.bytes.Word.Kind;

/**
 * Changes the book of all dies in two phases while they go on. All can read a new edition before
 * the first of them codes with it, and the old one until the round has ended in which the last die
 * left it: two at most are valid. Links bring each word once and in order or end the run, so the
 * state of a die is known once it has answered. Lives on the context of the first die's node.
 */
final class Refresher {
  private final Stage stage;
  private final Upkeep upkeep;
  private final Voice voice;
  private final Consumer<Refresh> over;
  private Edition current;
  private Optional<Refresh> refresh = Optional.empty();
  private int editions = 1;
  private int done = -1;

  /** Brings a word to a die, be it the own one. */
  @FunctionalInterface
  interface Voice {
    void say(int die, Word word);
  }

  /**
   * A refresher of dies that code with the first edition.
   *
   * @param over is told when all code with another, or that was given up
   */
  Refresher(Stage stage, Upkeep upkeep, Voice voice, Consumer<Refresh> over) {
    this.stage = stage;
    this.upkeep = upkeep;
    this.voice = voice;
    this.over = over;
    current = upkeep.first();
  }

  /** The edition that all dies use, or are about to leave. */
  Edition current() {
    return current;
  }

  /** Whether a change is under way: none begins before it has ended. */
  boolean isBusy() {
    return refresh.isPresent();
  }

  /** Ships a new edition to all dies. */
  void begin(Codebook book, String why) {
    Edition next = new Edition(editions++, book);
    Refresh begun = new Refresh(current, next, upkeep.shelves().size());
    refresh = Optional.of(begun);
    event(BookEvent.Kind.PREPARING, next, why);
    order(begun, Kind.PREPARE);
    stage.workers().timer().after(upkeep.limits().patience().toNanos(), () -> expire(begun));
  }

  private void expire(Refresh begun) {
    if (begun.order() == Kind.PREPARE && refresh.filter(begun::equals).isPresent()) {
      abort(begun, "die %d has not answered in time".formatted(begun.missing()));
    }
  }

  private void order(Refresh now, Kind what) {
    Word word = now.tell(what, done + 1);
    for (int die = 0; die < upkeep.shelves().size(); die++) {
      voice.say(die, word);
    }
  }

  private void abort(Refresh now, String why) {
    event(BookEvent.Kind.ABORTED, now.next(), why);
    order(now, Kind.ABORT);
  }

  /** Takes an answer; one to an order that was given up says nothing more. */
  void answered(int die, Word word) {
    refresh.ifPresent(now -> {
      if (word.kind() == Kind.REFUSED && now.order() == Kind.PREPARE) {
        abort(now, "die %d cannot take it".formatted(die));
      } else if (now.isLast(die, word)) {
        goOn(now);
      }
    });
  }

  private void goOn(Refresh now) {
    switch (now.order()) {
      case PREPARE -> {
        event(BookEvent.Kind.COMMITTING, now.next(), "all dies have it");
        order(now, Kind.COMMIT);
      }
      case COMMIT -> {
        current = now.next();
        event(
            BookEvent.Kind.COMMITTED,
            current,
            "by all dies in round %d".formatted(now.lastRound()));
        over.accept(now);
        retire();
      }
      case RETIRE -> {
        event(BookEvent.Kind.RETIRED, now.old(), "no frame of it is under way");
        refresh = Optional.empty();
      }
      default -> {
        refresh = Optional.empty();
        over.accept(now);
      }
    }
  }

  /** All dies have ended a round. */
  void ended(int round) {
    done = round;
    retire();
  }

  /** Once all dies have ended the rounds in which any of them used the old edition. */
  private void retire() {
    refresh
        .filter(each -> each.order() == Kind.COMMIT && current.equals(each.next()))
        .filter(each -> done >= Math.min(each.lastRound(), stage.rounds().count() - 1))
        .ifPresent(each -> order(each, Kind.RETIRE));
  }

  /** Says what happens. */
  void event(BookEvent.Kind kind, Edition about, String words) {
    stage.watch().refreshed(new BookEvent(kind, done + 1, about.number(), words));
  }
}
