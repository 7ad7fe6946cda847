package vail.sim.event;

import java.util.Arrays;
import java.util.function.BiFunction;

/** Runs a job. */
public final class Simulator {
  /** Nodes are dealt out to threads in blocks of this. */
  private static final int BLOCK = 64;

  private Simulator() {}

  /**
   * Runs a job on this thread.
   *
   * @throws IllegalArgumentException if the schedule waits for itself
   */
  public static Outcome run(Job job) {
    return run(job, 1);
  }

  /** The same on as many threads as are given or can be of use; the outcome does not differ. */
  public static Outcome run(Job job, int threads) {
    Run run = Fold.of(job).orElseGet(() -> new Run(job));
    int useful = Math.ceilDiv(run.wiring.nodes(), BLOCK);
    // Without latency there is nothing that threads could do without asking each other.
    int count = run.latency == 0 ? 1 : Math.min(threads, useful);
    return run(run, count, Shard::new);
  }

  /** The same without the look whether one die can stand for all. */
  static Outcome runAll(Job job) {
    return run(new Run(job), 1, Shard::new);
  }

  /** The same on this thread, and a recorder is told what units and links do. */
  public static Outcome record(Job job, Recorder recorder) {
    return run(new Run(job), 1, (run, mail) -> new RecordingShard(run, mail, recorder));
  }

  private static Outcome run(Run run, int count, BiFunction<Run, Mail, Shard> maker) {
    int perShard = Math.ceilDiv(Math.ceilDiv(run.wiring.nodes(), count), BLOCK) * BLOCK;
    Mail[] mails = new Mail[count];
    Arrays.setAll(mails, shard -> new Mail(run, shard, perShard, count));
    Shard[] shards = new Shard[count];
    Arrays.setAll(shards, shard -> maker.apply(run, mails[shard]));
    new Crew(mails, shards, Math.max(1, run.latency)).run();
    checkDone(run, Arrays.stream(shards).mapToLong(Shard::done).sum());
    return new Outcome(run, shards);
  }

  private static void checkDone(Run run, long done) {
    if (done == run.schedule.operations() * run.lanes) {
      return;
    }
    for (int die = 0; die < run.schedule.dies(); die++) {
      Turns turns = run.turns[die];
      for (int queue = 0; queue < turns.size(); queue++) {
        if (turns.op(queue) >= 0) {
          throw new IllegalArgumentException(
              "the schedule waits for itself: die %d never comes to operation %d"
                  .formatted(die, turns.op(queue)));
        }
      }
    }
    throw new IllegalStateException("a message was lost");
  }
}
