package vail.sim.live;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.sim.event.Turns;
import vail.sim.event.Wiring;
import vail.sim.net.Topology;
import vail.sim.plan.Program;

/**
 * One node of the topology: takes parcels in, keeps those for its die and passes the others on. It
 * is told over the event bus when to link itself to its neighbours and when to go.
 */
final class Node extends VerticleBase {
  private final int node;
  private final Stage stage;
  private final Map<Integer, OutLink> links = new HashMap<>();
  private Optional<DieFlow> flow = Optional.empty();

  Node(int node, Stage stage) {
    this.node = node;
    this.stage = stage;
  }

  @Override
  public Future<?> start() {
    // Whatever goes wrong here ends the run, and no other node waits for its limit.
    context.exceptionHandler(stage.trouble()::accept);
    if (node < stage.job().schedule().dies()) {
      flow = Optional.of(flow());
    }
    serve(Step.LINK, this::link);
    serve(Step.GO, this::go);
    return stage.plane().open(node, this::receive, stage.trouble());
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
            context,
            (kind, nanos) -> stage.watch().worked(node, kind, nanos)),
        this::send,
        stage.watch());
  }

  private void serve(Step step, Supplier<Future<Void>> act) {
    vertx
        .eventBus()
        .localConsumer(
            step.address(stage.name(), node),
            (Message<Object> message) ->
                act.get()
                    .onSuccess(_ -> message.reply(node))
                    .onFailure(why -> {
                      stage.trouble().accept(why);
                      message.fail(node, String.valueOf(why.getMessage()));
                    }));
  }

  private Future<Void> link() {
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
        .onSuccess(wire -> links.put(number, new OutLink(place, wire, stage, context)));
  }

  private Future<Void> go() {
    return flow.map(DieFlow::run).orElse(Future.succeededFuture());
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
