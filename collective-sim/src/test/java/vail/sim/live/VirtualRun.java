package vail.sim.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.bytes.Books;
import vail.sim.bytes.Coder;
import vail.sim.bytes.Coders;
import vail.sim.bytes.Lanes;
import vail.sim.bytes.Load;
import vail.sim.bytes.Synthetic;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.inject.Plan;
import vail.sim.link.LinkPlane;
import vail.sim.link.Plane;
import vail.sim.link.Terms;
import vail.sim.link.VirtualLines;
import vail.sim.link.VirtualTime;
import vail.sim.link.Ways;
import vail.sim.model.Die;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.tensor.ElementType;

/** Dies, links and faults on one thread, in virtual time: the same plan ends the same. */
final class VirtualRun {
  static final int TRIES = 8;
  static final long ROUND_TRIP = 2 * VirtualLines.LATENCY;
  static final long SILENCE = 10 * ROUND_TRIP;

  private static final int MOST_TASKS = 100_000;
  private static final int DIES = 3;
  private static final Coder CODER = Coders.coder("java-scalar");
  private static final Books.Installed BOOKS = Coders.shipped();
  private static final Load LOAD = load();
  private static final Pace PACE = pace();

  private final VirtualTime time = new VirtualTime();
  private final Promise<Void> done = Promise.promise();
  private final Lanes lanes = new Lanes(LOAD, CODER, BOOKS);
  private final Notes notes;
  private final Ways ways;
  private long ended;

  private VirtualRun(Plan plan) {
    notes = new Notes(Watch.NOBODY, plan, wiring(), time, SILENCE);
    ways = new Ways(notes.over(new VirtualLines(time)), time, notes);
  }

  /**
   * What has become of a run.
   *
   * @param trouble that ended it, if any did
   * @param holds whether all dies ended with the right values
   * @param nanos of virtual time that it took
   * @param outcome what was done to its links, and what they recovered from
   */
  record Result(Optional<Throwable> trouble, boolean holds, long nanos, LiveOutcome outcome) {}

  /** Runs a plan over links that recover. */
  static Result of(Plan plan) {
    return of(plan, ways -> new LinkPlane(terms(), ways));
  }

  /** The same over another plane. */
  static Result of(Plan plan, Function<Ways, Plane> plane) {
    VirtualRun run = new VirtualRun(plan);
    return run.run(plane.apply(run.ways));
  }

  static Terms terms() {
    return new Terms(1, 1 << 12, 1 << 20, SILENCE, TRIES);
  }

  static Wiring wiring() {
    return new Wiring(job().topology());
  }

  private Result run(Plane plane) {
    Stage stage =
        new Stage("virtual", job(), wiring(), lanes, plane, PACE, time, notes, done::tryFail);
    List<Node> nodes = IntStream.range(0, DIES).mapToObj(i -> new Node(i, stage, time)).toList();
    all(nodes, Node::open)
        .compose(_ -> all(nodes, Node::link))
        .compose(_ -> all(nodes, Node::go))
        .compose(_ -> all(nodes, Node::end))
        .onSuccess(_ -> done.tryComplete())
        .onFailure(done::tryFail);
    done.future().onComplete(_ -> ended = time.now());
    time.run(MOST_TASKS);
    return result(done.future());
  }

  private Result result(Future<Void> end) {
    Optional<Throwable> trouble =
        end.isComplete()
            ? Optional.ofNullable(end.cause())
            : Optional.of(new IllegalStateException("nothing more happens"));
    return new Result(
        trouble,
        trouble.isEmpty() && lanes.certificate().holds(),
        ended,
        new LiveOutcome(0, 0, notes.injected(), notes.recoveries()));
  }

  private static Future<Void> all(List<Node> nodes, Function<Node, Future<Void>> step) {
    return Future.all(nodes.stream().map(step).toList()).mapEmpty();
  }

  private static Load load() {
    Schedule schedule =
        Schedule.of(
            Algorithms.find("ring")
                .orElseThrow()
                .algorithm(Collective.ALL_REDUCE, Layout.row(DIES)),
            Hops.all(Codec.SINGLE));
    Partition partition = new Partition(600, 2, schedule.algorithm().pieces(), 2);
    ElementType type = ElementType.BF16;
    return new Load(schedule, partition, type, new Synthetic(type, 0x5eed));
  }

  private static Job job() {
    Link link = Link.of(Rate.ofGigabytes(100), 1);
    return new Job(
        LOAD.schedule(),
        LOAD.partition(),
        (die, send, lane) -> 0,
        Grids.parse("ring:" + DIES, link),
        Relay.STORE_AND_FORWARD,
        Die.FREE);
  }

  private static Pace pace() {
    try (Pacer pacer = new Pacer()) {
      return new Pace(0, pacer);
    }
  }
}
