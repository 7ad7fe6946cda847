package vail.cli.sim;

import vail.sim.algo.Pair;
import vail.sim.event.Job;
import vail.sim.model.Die;
import vail.sim.model.Service;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.plan.Collective;

/**
 * What messages cost this computer besides the links and codecs that they are held to, found by
 * sending from one die to the next and by nothing else.
 *
 * @param message nanoseconds of each message
 * @param kibibyte nanoseconds of each 1,024 bytes of values
 * @param coding nanoseconds of each encoding, and of each decoding
 */
record HostTime(double message, double kibibyte, double coding) {
  private static final int KIB = 1024;
  private static final int RUNS = 5;
  private static final double PS_A_NS = 1000;

  /** Makes dies that really run of a setup. */
  @FunctionalInterface
  interface Runner {
    LiveMeasurer of(Setup setup);
  }

  /**
   * Probes with the least message and a large one.
   *
   * @param size bytes of the large one
   */
  static HostTime probe(Setup setup, Runner runner, long size) {
    int next = setup.topology().neighbour(0, 0);
    boolean direct = next >= 0 && next < setup.dies();
    Pair pair = new Pair(setup.dies(), 0, direct ? next : 1);
    LiveMeasurer dies = runner.of(setup.with(Collective.SENDRECV, pair).with(1));
    double least = dies.ownTime(Policy.NONE, setup.elementBytes(), RUNS);
    double plain = dies.ownTime(Policy.NONE, size, RUNS);
    double coded = dies.ownTime(Policy.SINGLE, size, RUNS);
    return new HostTime(
        Math.max(0, least),
        Math.max(0, plain - least) * KIB / size,
        Math.max(0, coded - plain) / 2);
  }

  /** A run as it is expected of dies that are slowed down so many times, or not at all. */
  Job in(Job job, long dilation) {
    double picoseconds = PS_A_NS / Math.max(1, dilation);
    return new Job(
        job.schedule(),
        job.partition(),
        job.sizes(),
        job.topology().relinked(link -> slower(link, picoseconds)),
        job.relay(),
        slower(job.die(), Math.round(coding * picoseconds)));
  }

  private Link slower(Link link, double picoseconds) {
    double inLink = (double) link.rate().picoseconds() * KIB / link.rate().bytes();
    return new Link(
        new Rate(Math.round(inLink + kibibyte * picoseconds), KIB),
        link.latency() + Math.round(message * picoseconds),
        link.flit(),
        link.clock());
  }

  private static Die slower(Die die, long more) {
    return new Die(
        die.histogram(),
        die.tree(),
        later(die.encode(), more),
        later(die.decode(), more),
        die.reduce(),
        die.copy());
  }

  private static Service later(Service service, long more) {
    return new Service(service.units(), service.latency() + more, service.rate());
  }
}
