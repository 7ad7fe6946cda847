package vail.cli.sim;

import vail.cli.Names;
import vail.sim.algo.Family;
import vail.sim.algo.Layout;
import vail.sim.event.Job;
import vail.sim.event.ModelSizes;
import vail.sim.event.Sizes;
import vail.sim.model.Die;
import vail.sim.model.Gate;
import vail.sim.net.Grid;
import vail.sim.net.Relay;
import vail.sim.net.Topology;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.EqualShares;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.sim.plan.Shares;

/**
 * What is asked about, but for its size and codec.
 *
 * @param collective what dies do
 * @param algorithm how
 * @param topology where
 * @param relay how nodes pass on
 * @param die what each can do
 * @param coding how large frames are
 * @param elementBytes of an element
 * @param lanes sub-chunks
 */
record Setup(
    Collective collective,
    Algorithm algorithm,
    Topology topology,
    Relay relay,
    Die die,
    Coding coding,
    int elementBytes,
    int lanes) {
  /** What dies do and how, e.g. {@code all_reduce by ring}. */
  String words() {
    return Names.of(collective) + " by " + algorithm.name();
  }

  /** Dies. */
  int dies() {
    return topology.dies();
  }

  /** The same links and codecs for something else. */
  Setup with(Collective other, Algorithm way) {
    return new Setup(other, way, topology, relay, die, coding, elementBytes, lanes);
  }

  /** The same over other links between the same dies. */
  Setup with(Topology other) {
    return new Setup(collective, algorithm, other, relay, die, coding, elementBytes, lanes);
  }

  /** The same in another grid, where the algorithm may be another too. */
  Setup with(Topology other, Family family) {
    Algorithm there = family.algorithm(collective, layout(other));
    return new Setup(collective, there, other, relay, die, coding, elementBytes, lanes);
  }

  /** The same with other dies. */
  Setup with(Die other) {
    return new Setup(collective, algorithm, topology, relay, other, coding, elementBytes, lanes);
  }

  /** The same with other frames. */
  Setup with(Coding other) {
    return new Setup(collective, algorithm, topology, relay, die, other, elementBytes, lanes);
  }

  /** The same with so many sub-chunks. */
  Setup with(int chunks) {
    return new Setup(collective, algorithm, topology, relay, die, coding, elementBytes, chunks);
  }

  /** What each hop decides by itself. */
  Gate gate(long size) {
    return new Gate(algorithm, topology, die, partition(size), coding::frames);
  }

  /** All that decides a run of a schedule of this algorithm. */
  Job job(Schedule schedule, long size) {
    Shares shares = EqualShares.of(size / elementBytes * elementBytes, algorithm.pieces(), lanes);
    ModelSizes sizes =
        new ModelSizes(schedule, shares, coding.frames(Codec.SINGLE), coding.frames(Codec.THREE));
    return job(schedule, shares, sizes);
  }

  /** The same with messages of given sizes. */
  Job job(Schedule schedule, Shares shares, Sizes sizes) {
    return new Job(schedule, shares, sizes, topology, relay, die);
  }

  /** How each die's data are cut where they are moved. */
  Partition partition(long size) {
    return new Partition(size / elementBytes, elementBytes, algorithm.pieces(), lanes);
  }

  /** How the dies are arranged. */
  static Layout layout(Topology topology) {
    return topology instanceof Grid grid ? Layout.of(grid) : Layout.row(topology.dies());
  }
}
