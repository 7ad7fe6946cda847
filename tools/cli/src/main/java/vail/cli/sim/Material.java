package vail.cli.sim;

import java.util.Optional;
import vail.sim.bytes.Coder;
import vail.sim.bytes.Load;
import vail.sim.bytes.Vectors;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.tensor.ElementType;

/**
 * What runs with real values move.
 *
 * @param type of elements
 * @param vectors the elements of each die
 * @param coder who codes them, and with which books
 * @param campaign how they change from round to round, where there are several
 */
record Material(ElementType type, Vectors vectors, Coder coder, Optional<Campaign> campaign) {
  /** All of it in a schedule. */
  Load load(Schedule schedule, Partition partition) {
    return new Load(schedule, partition, type, vectors);
  }
}
