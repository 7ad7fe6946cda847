package vail.cli.sim;

import java.util.Optional;
import vail.cli.UsageException;
import vail.cli.sim.EventMeasurer.Planned;
import vail.sim.bytes.Moved;
import vail.sim.bytes.Mover;
import vail.sim.event.Job;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;

/**
 * Runs whose messages have the sizes of real frames: the values are moved first, since they do not
 * depend on when.
 *
 * @param setup what is asked about
 * @param material what is moved
 * @param threads that work
 */
record RealJobs(Setup setup, Material material, int threads) implements EventMeasurer.Jobs {
  /** What a die holds is one array now and then. */
  private static final long MOST = 1L << 30;

  @Override
  public Planned plan(Schedule schedule, long size) {
    if (size > MOST) {
      throw new UsageException("-e: --mode bytes moves up to 1GiB a die, not " + size + " bytes");
    }
    Partition partition = setup.partition(size);
    Moved moved = Mover.move(material.load(schedule, partition), material.coder(), threads);
    Job job = setup.job(schedule, partition, moved.traffic()::wire);
    return new Planned(job, Optional.of(moved));
  }
}
