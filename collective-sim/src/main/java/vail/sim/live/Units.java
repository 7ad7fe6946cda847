package vail.sim.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import vail.sim.model.Die;
import vail.sim.plan.OpKind;

/**
 * The units of a die: real work goes to the threads that all dies share, and ends no sooner than a
 * unit of the modelled speed would end it.
 */
final class Units {
  private final Die die;
  private final Pace pace;
  private final Executor threads;
  private final Executor home;
  private final Watching watch;
  private final Map<OpKind, long[]> free = new EnumMap<>(OpKind.class);

  /** Is told which work has taken how many nanoseconds. */
  @FunctionalInterface
  interface Watching {
    void worked(OpKind kind, long nanos);
  }

  Units(Die die, Pace pace, Executor threads, Executor home, Watching watch) {
    this.die = die;
    this.pace = pace;
    this.threads = threads;
    this.home = home;
    this.watch = watch;
  }

  /** Does work of a kind on so many bytes; what comes after it runs on the context of the node. */
  Future<Void> work(OpKind kind, long bytes, Runnable job) {
    long[] units = free.computeIfAbsent(kind, each -> new long[die.of(each).units()]);
    int unit = 0;
    for (int i = 1; i < units.length; i++) {
      unit = units[i] < units[unit] ? i : unit;
    }
    long end = Math.max(pace.now(), units[unit]) + pace.nanos(die.of(kind).time(bytes));
    units[unit] = end;
    Promise<Void> done = Promise.promise();
    threads.execute(() -> run(() -> timed(kind, job), end, done));
    return done.future();
  }

  private void timed(OpKind kind, Runnable job) {
    long start = System.nanoTime();
    job.run();
    watch.worked(kind, System.nanoTime() - start);
  }

  private void run(Runnable job, long end, Promise<Void> done) {
    try {
      job.run();
      pace.at(end, () -> home.execute(done::complete));
    } catch (RuntimeException | Error e) {
      home.execute(() -> done.fail(e));
    }
  }
}
