package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.bytes.Certificate;
import vail.sim.bytes.Coder;
import vail.sim.bytes.Coders;
import vail.sim.bytes.Edition;
import vail.sim.bytes.Lanes;
import vail.sim.bytes.Load;
import vail.sim.bytes.Synthetic;
import vail.sim.bytes.Vectors;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.inject.Plan;
import vail.sim.live.LiveOptions.Transport;
import vail.sim.model.Die;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Codec;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.sim.team.Team;
import vail.tensor.ElementType;

/**
 * Rounds of a collective whose values change and change back, so that books do, while faults befall
 * links; a number says all of it.
 */
final class SoakRun implements Rounds {
  private static final int DIES = 6;
  private static final int ROUNDS = 24;

  /** Rounds after which values are of the other kind. */
  private static final int STRETCH = 8;

  /** A link gives up after 8 tries in a row; a fault costs it 3 at most. */
  private static final int MOST_FAULTS = 2;

  private static final int ELEMENTS = 40_000;
  private static final int MEMORY_EVERY = 5;

  /** Powers of four by which an element may be smaller. */
  private static final int SPREAD = 8;

  private static final List<String> TOPOLOGIES =
      List.of("ring:6", "mesh:2x3", "switch:6", "full:6");
  private static final ElementType TYPE = ElementType.BF16;
  private static final Coder CODER = Coders.coder("java-scalar");
  private static final Upkeep.Limits LIMITS =
      new Upkeep.Limits(0.1, 0.05, 1, 1, Duration.ofSeconds(30));
  private static final List<Algorithm> ALGORITHMS =
      Algorithms.all().stream()
          .flatMap(family ->
              family.does().stream().sorted().map(each -> family.algorithm(each, Layout.row(DIES))))
          .toList();

  private final String name;
  private final Job job;
  private final LiveOptions options;
  private final Vectors narrow;
  private final Upkeep upkeep;
  private final Lanes first;
  private final Map<Integer, Lanes> open = new ConcurrentHashMap<>();
  private final AtomicInteger refreshes = new AtomicInteger();
  private int certified;

  /** All algorithms, topologies and transports take turns; most runs are over sockets. */
  SoakRun(long number) {
    narrow = new Synthetic(TYPE, number);
    Algorithm algorithm = ALGORITHMS.get((int) (number % ALGORITHMS.size()));
    Schedule schedule = Schedule.of(algorithm, Hops.all(Codec.SINGLE));
    Partition partition = new Partition(ELEMENTS, TYPE.bits() / 8, algorithm.pieces(), 2);
    Load load = new Load(schedule, partition, TYPE, narrow);
    String topology = TOPOLOGIES.get((int) (number / ALGORITHMS.size() % TOPOLOGIES.size()));
    job =
        new Job(
            schedule,
            partition,
            (die, send, lane) -> 0,
            Grids.parse(topology, Link.of(Rate.ofGigabytes(100), 1_000_000)),
            Relay.STORE_AND_FORWARD,
            Die.FREE);
    boolean inMemory = number % MEMORY_EVERY == 0;
    Plan plan = inMemory ? Plan.NONE : faults(number, new Wiring(job.topology()));
    options =
        new LiveOptions(
            inMemory ? Transport.MEMORY : Transport.SOCKET, 0, 2, Duration.ofMinutes(2), plan);
    upkeep = Upkeep.of(Edition.first(TYPE, narrow), load, LIMITS);
    first = new Lanes(load, CODER, upkeep.shelves());
    name =
        "run %d, %s by %s on %s, %s, faults %s"
            .formatted(
                number,
                schedule.collective(),
                algorithm.name(),
                topology,
                options.transport(),
                plan);
  }

  /** What a seed says, without what no link recovers from. */
  private static Plan faults(long seed, Wiring wiring) {
    return new Plan(
        Plan.of(seed, wiring).injections().stream()
            .filter(each -> each.kind().recovers())
            .limit(MOST_FAULTS)
            .toList());
  }

  /** Runs all rounds; each that was not right says so. */
  LiveOutcome run() {
    Watch watch =
        new Watch() {
          @Override
          public void refreshed(BookEvent event) {
            if (event.kind() == BookEvent.Kind.COMMITTED) {
              refreshes.incrementAndGet();
            }
          }
        };
    try {
      LiveOutcome outcome = Live.run(job, this, options, watch, Team.alone());
      assertEquals(ROUNDS, certified, name);
      return outcome;
    } catch (RuntimeException e) {
      throw new AssertionError(name, e);
    }
  }

  int refreshes() {
    return refreshes.get();
  }

  @Override
  public int count() {
    return ROUNDS;
  }

  @Override
  public Lanes lanes(int round) {
    Vectors values = round / STRETCH % 2 == 0 ? narrow : this::wide;
    return open.computeIfAbsent(round, _ -> first.with(values, upkeep.shelves()));
  }

  /** Elements whose exponents are far apart: another book is better for these. */
  private void wide(int die, long start, byte[] to, int at, int bytes) {
    narrow.fill(die, start, to, at, bytes);
    for (int i = 0; i < bytes / 2; i++) {
      int spread = (int) (start + i) % SPREAD;
      to[at + 2 * i + 1] = (byte) (to[at + 2 * i + 1] - spread);
    }
  }

  @Override
  public void ended(int round, long nanos) {
    Certificate certificate = lanes(round).certificate();
    assertTrue(certificate.holds(), () -> "%s: round %d is wrong".formatted(name, round));
    open.remove(round);
    certified++;
  }

  @Override
  public Optional<Upkeep> upkeep() {
    return Optional.of(upkeep);
  }
}
