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
import vail.sim.bytes.Word;
import vail.sim.event.Turns;
import vail.sim.event.Wiring;
import vail.sim.link.Parcel;
import vail.sim.link.Wire;
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
  private final Optional<BookDesk> books;
  private Optional<DieFlow> flow;
  private int round;

  Node(int node, Stage stage, Executor home) {
    this.node = node;
    this.stage = stage;
    this.home = home;
    boolean isDie = node < stage.job().schedule().dies();
    flow = isDie ? Optional.of(flow()) : Optional.empty();
    books =
        stage
            .rounds()
            .upkeep()
            .filter(_ -> isDie)
            .map(upkeep -> new BookDesk(node, stage, upkeep, home, this::send));
  }

  private DieFlow flow() {
    Program program = stage.job().schedule().program(node);
    return new DieFlow(
        node,
        program,
        stage.rounds().lanes(round).of(node),
        new Turns(program, stage.wiring().exits(node, program), stage.job().shares().lanes()),
        new Units(
            stage.job().die(),
            stage.pace(),
            stage.workers().codecs(),
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
                .filter(wiring::leads)
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

  /** Lets its die begin the next round; completes when that has done all of it. */
  Future<Void> go() {
    return flow.map(each -> each.run().onSuccess(_ -> ended())).orElse(Future.succeededFuture());
  }

  /** What comes from now on is of the next round: no die begins it before all have ended this. */
  private void ended() {
    if (++round < stage.rounds().count()) {
      flow = Optional.of(flow());
    }
    books.ifPresent(BookDesk::ended);
  }

  /** Completes when no change of books is under way; there are no more rounds. */
  Future<Void> settle() {
    return books.map(BookDesk::quiet).orElse(Future.succeededFuture());
  }

  /** Completes when its links have brought all; no die has more to send. */
  Future<Void> end() {
    stage.watch().ends(node);
    return Future.all(links.values().stream().map(OutLink::end).toList()).mapEmpty();
  }

  private void receive(Parcel parcel) {
    if (parcel.to() == node && flow.isPresent()) {
      arrive(parcel, flow.get());
    } else if (parcel.to() >= 0 && parcel.to() < stage.job().schedule().dies()) {
      send(parcel);
    } else {
      throw new VailFormatException(Fault.BAD_FIELD, 16, "there is no die " + parcel.to());
    }
  }

  private void arrive(Parcel parcel, DieFlow die) {
    Optional<Word> word = parcel.word();
    if (word.isPresent() && books.isPresent()) {
      books.get().hear(parcel.from(), word.get());
    } else {
      die.arrive(parcel);
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
