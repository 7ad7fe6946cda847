package vail.sim.live;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.event.Turns;
import vail.sim.event.Wiring;
import vail.sim.link.Parcel;
import vail.sim.link.Wire;
import vail.sim.net.Topology;
import vail.sim.plan.Program;

/**
 * One node of the topology: takes parcels in, keeps those for its die and passes the others on.
 * Whoever calls it is on its home.
 */
final class Node {
  private final int node;
  private final Stage stage;
  private final Executor home;
  private final Map<Integer, OutLink> links = new HashMap<>();
  private final Optional<DieFlow> flow;

  Node(int node, Stage stage, Executor home) {
    this.node = node;
    this.stage = stage;
    this.home = home;
    flow = node < stage.job().schedule().dies() ? Optional.of(flow()) : Optional.empty();
  }

  private DieFlow flow() {
    Program program = stage.job().schedule().program(node);
    return new DieFlow(
        node,
        program,
        stage.values().of(node),
        new Turns(program, node, stage.wiring(), stage.job().partition().lanes()),
        new Units(
            stage.job().die(),
            stage.pace(),
            stage.threads(),
            home,
            (kind, nanos) -> stage.watch().worked(node, kind, nanos)),
        this::send,
        stage.watch());
  }

  /** Lets neighbours link to it. */
  Future<Void> open() {
    return stage.plane().open(node, this::receive, stage.trouble());
  }

  /** Links itself to all neighbours, which are open. */
  Future<Void> link() {
    Wiring wiring = stage.wiring();
    return Future.all(
            IntStream.range(wiring.first(node), wiring.first(node + 1))
                .filter(link -> wiring.neighbour(link) != Topology.NOWHERE)
                .mapToObj(this::link)
                .toList())
        .mapEmpty();
  }

  private Future<Wire> link(int number) {
    OutLink.Place place =
        new OutLink.Place(number, stage.wiring().link(number), stage.wiring().neighbour(number));
    return stage
        .plane()
        .connect(number, place.neighbour(), stage.trouble())
        .onSuccess(wire -> links.put(number, new OutLink(place, wire, stage, home)));
  }

  /** Lets its die begin; completes when that has done all. */
  Future<Void> go() {
    return flow.map(DieFlow::run).orElse(Future.succeededFuture());
  }

  /** Completes when its links have brought all; no die has more to send. */
  Future<Void> end() {
    stage.watch().ends(node);
    return Future.all(links.values().stream().map(OutLink::end).toList()).mapEmpty();
  }

  private void receive(Parcel parcel) {
    if (parcel.to() == node && flow.isPresent()) {
      flow.get().arrive(parcel);
    } else if (parcel.to() >= 0 && parcel.to() < stage.job().schedule().dies()) {
      send(parcel);
    } else {
      throw new VailFormatException(Fault.BAD_FIELD, 16, "there is no die " + parcel.to());
    }
  }

  private void send(Parcel parcel) {
    int link = stage.wiring().towards(node, parcel.to());
    Objects.requireNonNull(links.get(link), "a route leads over links").send(parcel);
  }

  /** Bytes that its links have carried. */
  long bytes() {
    return links.values().stream().mapToLong(OutLink::bytes).sum();
  }
}
