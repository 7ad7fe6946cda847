package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import vail.backend.Backend;
import vail.block.BlockDecoder;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Family;
import vail.sim.algo.Layout;
import vail.sim.algo.MscclTexts;
import vail.sim.bytes.Certificate;
import vail.sim.bytes.Coder;
import vail.sim.bytes.Coders;
import vail.sim.bytes.Lanes;
import vail.sim.bytes.Load;
import vail.sim.bytes.Mover;
import vail.sim.bytes.Specials;
import vail.sim.bytes.Synthetic;
import vail.sim.event.Job;
import vail.sim.inject.Plan;
import vail.sim.live.LiveOptions.Transport;
import vail.sim.model.Die;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.OpKind;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.sim.team.Rank;
import vail.sim.team.Team;
import vail.tensor.ElementType;
import vail.tensor.PlaneKernels;
import vail.testing.Absence;
import vail.testing.Ports;

class LiveTest {
  private static final long SEED = 0x11fe;
  private static final Link LINK = Link.of(Rate.ofGigabytes(100), 1_000_000);

  static Stream<Family> families() {
    return Stream.concat(Algorithms.all().stream(), Stream.of(MscclTexts.family()));
  }

  /** Transports, collectives and codecs take turns. */
  @ParameterizedTest
  @MethodSource("families")
  void endsAsTheSameScheduleDoesWithoutDiesOfItsOwn(Family family) {
    int turn = family.name().length();
    for (Collective collective : family.does()) {
      Transport transport = Transport.values()[turn % 2];
      Codec codec = Codec.values()[turn++ % 3];
      Load load = load(family, collective, Layout.row(6), codec);
      Certificate expected = Mover.move(load, Coders.coder("java-scalar"), 1).certificate();
      Run run = run(load, "ring:6", Coders.coder("java-scalar"), transport);

      assertEquals(expected, run.certificate(), family.name() + " " + collective + " " + codec);
    }
  }

  @ParameterizedTest
  @CsvSource({"ring:6, SOCKET", "mesh:2x3, SOCKET", "switch:6, SOCKET", "full:6, MEMORY"})
  void sendsOnWhatIsForOthers(String topology, Transport transport) {
    Family direct = Algorithms.find("direct").orElseThrow();
    Load load = load(direct, Collective.ALL_TO_ALL, Layout.row(6), Codec.SINGLE);
    Run run = run(load, topology, Coders.coder("java-scalar"), transport);

    assertTrue(run.certificate().holds());
    assertTrue(run.outcome().wireBytes() > 0);
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void endsWithTheTroubleOfADieThatCannotDecode(Transport transport) {
    Backend backend = Coders.backend("java-scalar");
    BlockDecoder broken =
        (books, limits, blocks, symbols, batch) -> {
          throw new IllegalStateException("no decoder today");
        };
    Family ring = Algorithms.find("ring").orElseThrow();
    Load load = load(ring, Collective.ALL_REDUCE, Layout.row(4), Codec.SINGLE);
    Coder coder = new Coder(backend.encoder(), broken, PlaneKernels.JAVA, Coders.shipped());

    Exception trouble = assertThrows(Exception.class, () -> run(load, "ring:4", coder, transport));

    assertTrue(trouble.getMessage().contains("no decoder today"), trouble.toString());
  }

  @Test
  void findsTheSocketsOfTheSystemItselfOnLinux() {
    if (!System.getProperty("os.name").equals("Linux")) {
      throw Absence.of("native transport", "only that of Linux comes along");
    }
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    assertTrue(
        vertx.isNativeTransportEnabled(), () -> "" + vertx.unavailableNativeTransportCause());
    vertx.close().await();
  }

  @Test
  void recoversOverSocketsFromWhatIsDoneToLinks() {
    Family ring = Algorithms.find("ring").orElseThrow();
    Load load = load(ring, Collective.ALL_REDUCE, Layout.row(4), Codec.SINGLE);
    Lanes lanes = new Lanes(load, Coders.coder("java-scalar"), Coders.shipped());
    Plan plan = Plan.parse("flip-payload@0,drop@1,duplicate@2,flip-check@3:decode:1");
    LiveOptions options = new LiveOptions(Transport.SOCKET, 0, 2, Duration.ofMinutes(1), plan);
    LiveOutcome outcome = Live.run(job(load, "ring:4"), lanes, options);

    assertEquals(Set.copyOf(plan.injections()), Set.copyOf(outcome.injected()));
    assertTrue(outcome.recoveries().size() >= 3, outcome.recoveries().toString());
    assertTrue(lanes.certificate().holds());
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void tellsWhoLooksOnWhatDiesAndLinksDo(Transport transport) {
    Family ring = Algorithms.find("ring").orElseThrow();
    Load load = load(ring, Collective.ALL_REDUCE, Layout.row(4), Codec.SINGLE);
    Seen seen = new Seen();
    Run run = run(load, "ring:4", Coders.coder("java-scalar"), transport, seen);

    assertEquals(run.outcome().wireBytes(), seen.bytes.sum());
    assertTrue(seen.bytes.sum() < seen.raw.sum(), seen.raw + " raw");
    assertEquals(4, seen.ended.sum());
    assertTrue(seen.worked.sum() > 0);
    assertTrue(seen.most.get() > 0);
    assertEquals(4, seen.waiting.size());
  }

  /** Adds up what it is told. */
  private static final class Seen implements Watch {
    final LongAdder raw = new LongAdder();
    final LongAdder bytes = new LongAdder();
    final LongAdder ended = new LongAdder();
    final LongAdder worked = new LongAdder();
    final AtomicLong most = new AtomicLong();
    final Map<Integer, Integer> waiting = new ConcurrentHashMap<>();

    @Override
    public void ended(int die, int operation, long left) {
      ended.add(left == 0 ? 1 : 0);
    }

    @Override
    public void worked(int die, OpKind kind, long nanos) {
      worked.increment();
    }

    @Override
    public void carried(int link, long rawBytes, long frameBytes) {
      raw.add(rawBytes);
      bytes.add(frameBytes);
    }

    @Override
    public void waiting(int link, int parcels) {
      waiting.put(link, parcels);
    }

    @Override
    public void onTheWay(int link, long onIt) {
      most.accumulateAndGet(onIt, Math::max);
    }
  }

  @Test
  void runsDiesOfOneJobInSeveralPlaces() throws Exception {
    Family direct = Algorithms.find("direct").orElseThrow();
    Load load = load(direct, Collective.ALL_TO_ALL, Layout.row(5), Codec.SINGLE);
    Certificate expected = Mover.move(load, Coders.coder("java-scalar"), 1).certificate();
    int port = Ports.free();
    List<Callable<Run>> ranks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Rank rank = new Rank(i, 3);
      ranks.add(() -> run(load, Team.meet(rank, port, Duration.ofMinutes(1))));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var run : threads.invokeAll(ranks)) {
        assertTrue(run.get().certificate().holds());
        assertEquals(expected.elements(), run.get().certificate().elements());
        assertTrue(run.get().outcome().wireBytes() > 0);
      }
    }
  }

  private static Run run(Load load, Team team) {
    Lanes lanes = new Lanes(load, Coders.coder("java-scalar"), Coders.shipped());
    LiveOptions options = new LiveOptions(Transport.SOCKET, 0, 1, Duration.ofMinutes(1));
    LiveOutcome outcome = Live.run(job(load, "switch:5"), lanes, options, Watch.NOBODY, team);
    return new Run(outcome, Live.certificate(lanes, 5, team));
  }

  private record Run(LiveOutcome outcome, Certificate certificate) {}

  private static Run run(Load load, String topology, Coder coder, Transport transport) {
    return run(load, topology, coder, transport, Watch.NOBODY);
  }

  private static Run run(
      Load load, String topology, Coder coder, Transport transport, Watch watch) {
    Lanes lanes = new Lanes(load, coder, Coders.shipped());
    LiveOptions options = new LiveOptions(transport, 0, 2, Duration.ofMinutes(1));
    return new Run(Live.run(job(load, topology), lanes, options, watch), lanes.certificate());
  }

  private static Job job(Load load, String topology) {
    return new Job(
        load.schedule(),
        load.partition(),
        (die, send, lane) -> 0,
        Grids.parse(topology, LINK),
        Relay.STORE_AND_FORWARD,
        Die.FREE);
  }

  private static Load load(Family family, Collective collective, Layout layout, Codec codec) {
    Schedule schedule = Schedule.of(family.algorithm(collective, layout), Hops.all(codec));
    Partition partition = new Partition(5_003, 2, schedule.algorithm().pieces(), 2);
    ElementType type = ElementType.BF16;
    return new Load(schedule, partition, type, new Specials(new Synthetic(type, SEED), type, SEED));
  }
}
