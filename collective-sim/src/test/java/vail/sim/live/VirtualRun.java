package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertNull;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vail.code.Codebook;
import vail.code.Histogram;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.bytes.Coder;
import vail.sim.bytes.Coders;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Lanes;
import vail.sim.bytes.Load;
import vail.sim.bytes.Shelf;
import vail.sim.bytes.Synthetic;
import vail.sim.bytes.Vectors;
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
  private static final int ROUNDS = 3;
  private static final ElementType TYPE = ElementType.BF16;
  static final List<Vectors> VALUES =
      IntStream.range(0, ROUNDS).mapToObj(VirtualRun::values).toList();
  private static final Load LOAD = load();
  private static final Lanes FIRST = new Lanes(LOAD, CODER, Coders.shipped());
  private static final Map<Histogram, Codebook> TRAINED = new HashMap<>();
  static final Upkeep.Limits LIMITS = new Upkeep.Limits(0.1, 0.05, 1, 1, Duration.ofDays(1));
  private static final Pace PACE = pace();

  private final VirtualTime time = new VirtualTime();
  private final Promise<Void> done = Promise.promise();
  private final Net net;
  private final Upkeep upkeep;
  private final List<Lanes> lanes;
  private final Map<Integer, RoundDrift> drift = new TreeMap<>();
  private final Notes notes;
  private final Ways ways;
  private final List<BookEvent> events = new ArrayList<>();
  private long ended;

  private VirtualRun(Net net, Plan plan, Upkeep upkeep, List<Vectors> values) {
    this.net = net;
    this.upkeep = upkeep;
    lanes = values.stream().map(each -> FIRST.with(each, upkeep.shelves())).toList();
    notes = new Notes(watch(), plan, net.wiring(), time, SILENCE);
    ways = new Ways(notes.over(new VirtualLines(time)), time, notes);
  }

  /**
   * What has become of a run.
   *
   * @param net that it ran on
   * @param trouble that ended it, if any did
   * @param holds whether all dies ended with the right values
   * @param nanos of virtual time that it took
   * @param outcome what was done to its links, and what they recovered from
   * @param books what happened to them
   * @param drift of each round
   */
  record Result(
      Net net,
      Optional<Throwable> trouble,
      boolean holds,
      long nanos,
      LiveOutcome outcome,
      List<BookEvent> books,
      List<RoundDrift> drift) {}

  /** Runs a plan over links that recover. */
  static Result of(Net net, Plan plan) {
    return of(net, plan, upkeep(LIMITS), VALUES);
  }

  /** The same while books are kept fit for values, round by round. */
  static Result of(Net net, Plan plan, Upkeep upkeep, List<Vectors> values) {
    VirtualRun run = new VirtualRun(net, plan, upkeep, values);
    return run.run(new LinkPlane(terms(), run.ways));
  }

  /** The same in a ring, over another plane. */
  static Result of(Plan plan, Function<Ways, Plane> plane) {
    VirtualRun run = new VirtualRun(Net.RING, plan, upkeep(LIMITS), VALUES);
    return run.run(plane.apply(run.ways));
  }

  static Terms terms() {
    return new Terms(1, 1 << 12, 1 << 20, SILENCE, TRIES);
  }

  /** How the dies are linked. */
  enum Net {
    /** Words about books and frames pass the same links. */
    RING("ring:3"),
    /** They go by links of their own, and overtake each other. */
    FULL("full:3");

    private final String topology;

    Net(String topology) {
      this.topology = topology;
    }

    Wiring wiring() {
      return new Wiring(job().topology());
    }

    private Job job() {
      Link link = Link.of(Rate.ofGigabytes(100), 1);
      return new Job(
          LOAD.schedule(),
          LOAD.partition(),
          (die, send, lane) -> 0,
          Grids.parse(topology, link),
          Relay.STORE_AND_FORWARD,
          Die.FREE);
    }
  }

  private Result run(Plane plane) {
    Stage stage =
        new Stage(
            "virtual",
            net.job(),
            net.wiring(),
            rounds(),
            plane,
            PACE,
            new Workers(time, time, time),
            notes,
            done::tryFail);
    List<Node> nodes = IntStream.range(0, DIES).mapToObj(i -> new Node(i, stage, time)).toList();
    all(nodes, Node::open)
        .compose(_ -> all(nodes, Node::link))
        .compose(_ -> go(nodes, 0))
        .compose(_ -> all(nodes, Node::settle))
        .compose(_ -> all(nodes, Node::end))
        .onSuccess(_ -> done.tryComplete())
        .onFailure(done::tryFail);
    done.future().onComplete(_ -> ended = time.now());
    time.run(MOST_TASKS);
    return result(done.future());
  }

  private Watch watch() {
    return new Watch() {
      @Override
      public void refreshed(BookEvent event) {
        events.add(event);
      }

      @Override
      public void drifted(RoundDrift round) {
        assertNull(drift.put(round.round(), round));
      }
    };
  }

  private Future<Void> go(List<Node> nodes, int round) {
    return round == lanes.size()
        ? Future.succeededFuture()
        : all(nodes, Node::go).compose(_ -> go(nodes, round + 1));
  }

  private Rounds rounds() {
    return new Rounds() {
      @Override
      public int count() {
        return lanes.size();
      }

      @Override
      public Lanes lanes(int round) {
        return lanes.get(round);
      }

      @Override
      public Optional<Upkeep> upkeep() {
        return Optional.of(upkeep);
      }
    };
  }

  /** All dies begin with a book that saves something, but does not fit. */
  static Upkeep upkeep(Upkeep.Limits limits) {
    Histogram wide = new Histogram();
    for (int distance = 0; distance < 16; distance++) {
      wide.add(128 + distance, 1 << 16 - distance);
      wide.add(128 - distance, 1 << 16 - distance);
    }
    return upkeep(limits, train(wide));
  }

  /** All dies begin with a book; of so few symbols all are counted. */
  static Upkeep upkeep(Upkeep.Limits limits, Codebook first) {
    Edition edition = new Edition(0, first);
    List<Shelf> shelves = Stream.generate(() -> Shelf.of(edition, 1)).limit(DIES).toList();
    return new Upkeep(edition, shelves, Edition.kind(TYPE), limits, VirtualRun::train);
  }

  /** The same for each number; nearly normal. */
  static Vectors values(int number) {
    return new Synthetic(TYPE, 0x5eed + number);
  }

  /** Training is slow beside all else here, and runs are alike. */
  static Codebook train(Histogram counts) {
    return TRAINED.computeIfAbsent(counts, Edition.trainer(TYPE));
  }

  private Result result(Future<Void> end) {
    Optional<Throwable> trouble =
        end.isComplete()
            ? Optional.ofNullable(end.cause())
            : Optional.of(new IllegalStateException("nothing more happens"));
    return new Result(
        net,
        trouble,
        trouble.isEmpty() && lanes.stream().allMatch(each -> each.certificate().holds()),
        ended,
        new LiveOutcome(0, 0, notes.planned(), notes.injected(), notes.recoveries()),
        events,
        List.copyOf(drift.values()));
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
    return new Load(schedule, partition, TYPE, VALUES.getFirst());
  }

  private static Pace pace() {
    try (Pacer pacer = new Pacer()) {
      return new Pace(0, pacer);
    }
  }
}
