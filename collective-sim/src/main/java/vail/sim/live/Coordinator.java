package vail.sim.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import vail.code.Codebook;
import vail.sim.bytes.Blocks;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Word;
import vail.sim.bytes.Word.Kind;

/**
 * Keeps the book of all dies fit, at the first of them: meters drift, has a new book trained aside
 * when it must, and takes the old one back where that turns out to be better. Lives on the context
 * of its node.
 */
final class Coordinator {
  /** Bits a symbol: for less, no book is changed. */
  static final double WORTH = 0.01;

  private final Stage stage;
  private final Upkeep upkeep;
  private final Executor home;
  private final int lastRound;
  private final Reports reports;
  private final DriftMeter meter;
  private final Refresher refresher;
  private final ArrayDeque<Blocks> recent = new ArrayDeque<>();
  private final Promise<Void> quiet = Promise.promise();
  private Optional<Trial> trial = Optional.empty();
  private int done = -1;
  private boolean training;

  /** Excess over which no book was found to be better; what is close to it is not tried again. */
  private double inVain = Double.NEGATIVE_INFINITY;

  Coordinator(Stage stage, Upkeep upkeep, Executor home, Refresher.Voice voice) {
    this.stage = stage;
    this.upkeep = upkeep;
    this.home = home;
    lastRound = stage.rounds().count() - 1;
    reports = new Reports(upkeep.shelves().size());
    meter = new DriftMeter(upkeep.limits());
    refresher = new Refresher(stage, upkeep, voice, this::over);
  }

  /** Completes when all rounds are reported and no change is under way. */
  Future<Void> quiet() {
    return quiet.future();
  }

  /** Takes a report or an answer of a die. */
  void hear(int die, Word word) {
    if (word.kind() == Kind.REPORT) {
      reports.add(die, word).ifPresent(sent -> ended(word.round(), sent));
    } else {
      refresher.answered(die, word);
    }
    checkQuiet();
  }

  private void checkQuiet() {
    if (done == lastRound && !refresher.isBusy() && !training) {
      quiet.tryComplete();
    }
  }

  private void ended(int round, Reports.Round sent) {
    done = round;
    Blocks blocks = sent.blocks(upkeep.kind());
    Edition used = trial.map(each -> each.usedIn(round)).orElse(refresher.current());
    RoundDrift drift = RoundDrift.of(used, blocks, sent.streams(used, upkeep.kind()), round);
    // A round in which dies changed says nothing of either edition.
    boolean begins = used.equals(refresher.current()) && meter.begins(drift.excess());
    stage.watch().drifted(meter.rings() ? drift.ringing() : drift);
    if (begins) {
      refresher.event(BookEvent.Kind.ALARM, used, bits(drift.excess()) + " too many");
    }
    remember(blocks);
    refresher.ended(round);
    act(round, blocks, drift.excess());
  }

  private void remember(Blocks blocks) {
    recent.add(blocks);
    if (recent.size() > upkeep.limits().rounds()) {
      recent.remove();
    }
  }

  /** What is begun in the last round would never be used. */
  private void act(int round, Blocks blocks, double excess) {
    boolean isFree = !refresher.isBusy() && !training && round < lastRound;
    if (trial.isPresent()) {
      judge(trial.get(), round, blocks);
    } else if (isFree && meter.rings() && Math.abs(excess - inVain) >= WORTH) {
      train();
    }
  }

  private void judge(Trial now, int round, Blocks blocks) {
    Trial.Verdict verdict = now.judge(round, blocks);
    if (verdict == Trial.Verdict.OPEN || refresher.isBusy()) {
      return;
    }
    trial = Optional.empty();
    String old = "edition " + now.old().number();
    if (verdict == Trial.Verdict.BETTER) {
      refresher.event(BookEvent.Kind.PROVED, refresher.current(), "not worse than " + old);
    } else {
      refresher.event(BookEvent.Kind.WORSE, refresher.current(), old + " was better");
      if (round < lastRound) {
        refresher.begin(now.old().book(), "the book of " + old + " again");
      }
    }
  }

  /** Makes a book of the last rounds, while dies go on. */
  private void train() {
    training = true;
    Blocks blocks =
        new Blocks(upkeep.kind(), recent.stream().flatMap(round -> round.each().stream()).toList());
    stage
        .workers()
        .aside()
        .execute(() -> {
          try {
            Codebook book = upkeep.trainer().apply(blocks.counts());
            home.execute(() -> trained(book, blocks));
          } catch (RuntimeException | Error e) {
            stage.trouble().accept(e);
          }
        });
  }

  private void trained(Codebook book, Blocks blocks) {
    training = false;
    Edition current = refresher.current();
    double excess = blocks.excess(current.book());
    double saved = excess - blocks.excess(book);
    if (done < lastRound && saved >= WORTH) {
      refresher.begin(book, "should save " + bits(saved));
    } else if (done < lastRound) {
      inVain = excess;
      refresher.event(BookEvent.Kind.KEPT, current, "a new book would save " + bits(saved));
    }
    checkQuiet();
  }

  /** All dies code with another edition, or none of them does: drift is to show anew. */
  private void over(Refresh now) {
    meter.reset();
    inVain = Double.NEGATIVE_INFINITY;
    if (now.order() == Kind.COMMIT) {
      trial = Optional.of(new Trial(now, upkeep.limits()));
    }
  }

  private static String bits(double excess) {
    return String.format(Locale.ROOT, "%.3f bits a symbol", excess);
  }
}
