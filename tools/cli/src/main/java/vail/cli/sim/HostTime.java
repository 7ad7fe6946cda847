package vail.cli.sim;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.IntStream;
import vail.cli.UsageException;
import vail.sim.algo.Pair;
import vail.sim.event.Job;
import vail.sim.event.Simulator;
import vail.sim.model.Service;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Topology;
import vail.sim.plan.Collective;

/**
 * What runs of dies take of this computer besides the links and codecs that they are held to, in
 * nanoseconds, found by sending from one die to another and by nothing else.
 *
 * @param run of each run, however little it sends
 * @param hop of each message over each link
 * @param kibibyte of each 1,024 bytes over each link
 * @param coding of each encoding, and of each decoding
 */
record HostTime(double run, double hop, double kibibyte, double coding) {
  private static final int KIB = 1024;
  private static final int RUNS = 5;
  private static final double PS_A_NS = 1000;

  /**
   * Probes with the least message to the nearest die and to the farthest, and with a large one.
   *
   * @param runner makes dies that really run of a setup
   * @param size bytes of the large one
   */
  static HostTime probe(Setup setup, Function<Setup, LiveMeasurer> runner, long size) {
    Topology topology = setup.topology();
    int near = byHops(topology, Comparator.naturalOrder());
    int far = byHops(topology, Comparator.reverseOrder());
    int more = hops(topology, far) - hops(topology, near);
    LiveMeasurer dies = pair(setup, runner, near);
    double least = dies.ownTime(Policy.NONE, setup.elementBytes(), RUNS);
    double farther = pair(setup, runner, far).ownTime(Policy.NONE, setup.elementBytes(), RUNS);
    double plain = dies.ownTime(Policy.NONE, size, RUNS);
    double coded = dies.ownTime(Policy.SINGLE, size, RUNS);
    double hop = more == 0 ? 0 : Math.clamp((farther - least) / more, 0, Math.max(0, least));
    return new HostTime(
        Math.max(0, least - hop * hops(topology, near)),
        hop,
        Math.max(0, plain - least) * KIB / size / hops(topology, near),
        Math.max(0, coded - plain) / 2);
  }

  private static LiveMeasurer pair(Setup setup, Function<Setup, LiveMeasurer> runner, int to) {
    return runner.apply(setup.with(Collective.SENDRECV, new Pair(setup.dies(), 0, to)).with(1));
  }

  /** The die that is first by its hops from die 0. */
  private static int byHops(Topology topology, Comparator<Integer> order) {
    return IntStream.range(1, topology.dies())
        .boxed()
        .min(Comparator.comparing(die -> hops(topology, die), order))
        .orElseThrow(() -> new UsageException("--compare: two dies or more are accepted"));
  }

  private static int hops(Topology topology, int die) {
    int hops = 0;
    for (int node = 0; node != die; hops++) {
      node = topology.neighbour(node, topology.route(node, die));
    }
    return hops;
  }

  /** What a run of a model that knows takes, of dies that are slowed down so many times. */
  long expected(Job job, long dilation, int threads) {
    double once = run * PS_A_NS / Math.max(1, dilation);
    return Simulator.run(in(job, dilation), threads).time() + Math.round(once);
  }

  private Job in(Job job, long dilation) {
    double picoseconds = PS_A_NS / Math.max(1, dilation);
    return new Job(
        job.schedule(),
        job.shares(),
        job.sizes(),
        job.topology().relinked(link -> slower(link, picoseconds)),
        job.relay(),
        job.die().withCodecs(codec -> later(codec, Math.round(coding * picoseconds))));
  }

  private Link slower(Link link, double picoseconds) {
    double inLink = (double) link.rate().picoseconds() * KIB / link.rate().bytes();
    return new Link(
        new Rate(Math.round(inLink + kibibyte * picoseconds), KIB),
        link.latency() + Math.round(hop * picoseconds),
        link.flit(),
        link.clock());
  }

  private static Service later(Service service, long more) {
    return new Service(service.units(), service.latency() + more, service.rate());
  }
}
