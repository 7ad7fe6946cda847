package vail.sim.event;

/** Runs a job. */
public final class Simulator {
  private Simulator() {}

  /**
   * Runs a job on this thread.
   *
   * @throws IllegalArgumentException if the schedule waits for itself
   */
  public static Outcome run(Job job) {
    return run(job, new Silence());
  }

  /** The same, watched. */
  public static Outcome run(Job job, Watcher watcher) {
    Run run = new Run(job);
    Mail mail = new Mail(run.queues, 0, run.queues.length, 1);
    Shard shard = new Shard(run, mail, watcher);
    long window = Math.max(1, job.topology().leastLatency());
    shard.start();
    for (long due = mail.due(); due != EventQueue.NEVER; due = mail.due()) {
      shard.run(due + window);
    }
    checkDone(run, shard.done());
    return new Outcome(run, new Shard[] {shard});
  }

  static void checkDone(Run run, long done) {
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
