package vail.sim.event;

import java.util.BitSet;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vail.sim.net.Link;
import vail.sim.net.Topology;
import vail.sim.plan.Program;
import vail.sim.plan.Schedule;

/**
 * Runs one die for all where all do the same at the same time, as in a ring or a torus: programs
 * differ in nothing but peers and pieces, pieces are equally large, each die has the same links as
 * any other, and no message is for a die further away. What a die receives is then what it sends,
 * so the links of the one that is run lead back to it.
 */
final class Fold {
  private final Job job;
  private final Wiring wiring;
  private final int ports;
  private final int[] exits;

  private Fold(Job job) {
    this.job = job;
    wiring = new Wiring(job.topology());
    ports = job.topology().ports(0);
    exits = wiring.exits(0, job.schedule().program(0));
  }

  /** The run of one die, if it can stand for all. */
  static Optional<Run> of(Job job) {
    Topology topology = job.topology();
    boolean hasOneKind =
        topology.nodes() == job.schedule().dies()
            && job.schedule().isUniform()
            && job.shares().areEqual()
            && job.sizes().areUniform();
    // Without latency, the order of events at a time depends on the order of dies.
    if (!hasOneKind || topology.leastLatency() == 0) {
      return Optional.empty();
    }
    Fold fold = new Fold(job);
    return fold.hasEqualLinks() && fold.hasEqualExits()
        ? Optional.of(fold.run())
        : Optional.empty();
  }

  /** Whether each port is the same at all nodes, and the ends of its links are all nodes, too. */
  private boolean hasEqualLinks() {
    if (wiring.size() != wiring.nodes() * ports) {
      return false;
    }
    for (int port = 0; port < ports; port++) {
      BitSet ends = new BitSet();
      for (int node = 0; node < wiring.nodes(); node++) {
        int link = wiring.first(node) + port;
        if (link != node * ports + port || !isAlike(link, port)) {
          return false;
        }
        if (wiring.leads(link)) {
          ends.set(wiring.neighbour(link));
        }
      }
      if (wiring.leads(port) && ends.cardinality() < wiring.nodes()) {
        return false;
      }
    }
    return true;
  }

  private boolean isAlike(int link, int other) {
    return wiring.leads(link) == wiring.leads(other)
        && (!wiring.leads(link) || wiring.link(link).equals(wiring.link(other)));
  }

  /** Whether queues of sends lead to neighbours, and each to the same one of all dies. */
  private boolean hasEqualExits() {
    Schedule schedule = job.schedule();
    for (int die = 0; die < schedule.dies(); die++) {
      Program program = schedule.program(die);
      int[] links = wiring.exits(die, program);
      for (int queue = 0; queue < links.length; queue++) {
        if (links[queue] != die * ports + exits[queue]
            || wiring.neighbour(links[queue]) != program.peer(program.queueFirst(queue))) {
          return false;
        }
      }
    }
    return true;
  }

  private Run run() {
    Job one =
        new Job(
            job.schedule().ofOne(),
            job.shares(),
            job.sizes(),
            new Loops(job.topology()),
            job.relay(),
            job.die());
    return new Run(one, new Wiring(one.topology()), wiring, _ -> exits);
  }

  /**
   * One die whose links lead back to it.
   *
   * @param of what it stands for
   */
  private record Loops(Topology of) implements Topology {
    @Override
    public String name() {
      return of.name();
    }

    @Override
    public int dies() {
      return 1;
    }

    @Override
    public int nodes() {
      return 1;
    }

    @Override
    public int ports(int node) {
      return of.ports(node);
    }

    @Override
    public int neighbour(int node, int port) {
      return of.neighbour(node, port) == NOWHERE ? NOWHERE : 0;
    }

    @Override
    public Link link(int node, int port) {
      return of.link(node, port);
    }

    @Override
    public int route(int node, int die) {
      return 0;
    }

    @Override
    public Topology relinked(UnaryOperator<Link> change) {
      return new Loops(of.relinked(change));
    }
  }
}
