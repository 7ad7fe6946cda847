package vail.sim.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import vail.sim.event.Job;
import vail.sim.link.Recovery;
import vail.sim.live.BookEvent;
import vail.sim.live.PassingOn;
import vail.sim.live.RoundDrift;
import vail.sim.live.Watch;
import vail.sim.plan.Program;
import vail.sim.plan.Steps;

/** Logs what dies of a run do, each line with its run, die and step. */
public final class RunLog extends PassingOn {
  private static final Logger LOG = System.getLogger("vail.run");
  private static final AtomicLong RUNS = new AtomicLong();

  private final long run = RUNS.incrementAndGet();
  private final long start = System.nanoTime();
  private final Job job;
  private final Steps steps;

  /** Begins with a run; the next in line is told all the same. */
  public RunLog(Job job, Watch next) {
    super(next);
    this.job = job;
    steps = Steps.of(job.schedule());
    LOG.log(
        Level.INFO,
        () ->
            "run %d: %s on %s, %d dies, %d steps"
                .formatted(
                    run,
                    job.schedule().algorithm().name(),
                    job.topology().name(),
                    job.schedule().dies(),
                    steps.count()));
  }

  @Override
  public void ended(int die, int operation, long left) {
    super.ended(die, operation, left);
    LOG.log(Level.DEBUG, () -> line(die, operation));
    if (left == 0) {
      LOG.log(
          Level.INFO,
          () ->
              String.format(
                  Locale.ROOT,
                  "run %d, die %d: all has ended after %.3f s",
                  run,
                  die,
                  (System.nanoTime() - start) / 1e9));
    }
  }

  private String line(int die, int operation) {
    Program program = job.schedule().program(die);
    return "run %d, die %d, step %d: %s %d has ended"
        .formatted(run, die, steps.of(die, operation), program.kind(operation), operation);
  }

  @Override
  public void drifted(RoundDrift round) {
    super.drifted(round);
    LOG.log(
        Level.INFO,
        () ->
            String.format(
                Locale.ROOT,
                "run %d, round %d: edition %d, ratio %.4f, %.3f excess bits a symbol",
                run,
                round.round(),
                round.edition(),
                round.ratio(),
                round.excess()));
  }

  @Override
  public void refreshed(BookEvent event) {
    super.refreshed(event);
    LOG.log(Level.INFO, () -> "run %d, %s".formatted(run, event));
  }

  @Override
  public void recovered(Recovery recovery) {
    super.recovered(recovery);
    LOG.log(
        Level.WARNING,
        () ->
            "run %d, link %d: went on with parcel %d after %d tries: %s"
                .formatted(
                    run, recovery.link(), recovery.next(), recovery.tries(), recovery.loss()));
  }
}
