package vail.cli.sim;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import vail.cli.Units;
import vail.cli.UsageException;
import vail.cli.sim.Audience.Pace;
import vail.cli.sim.EventMeasurer.Planned;
import vail.json.JsonObject;
import vail.sim.bytes.Books;
import vail.sim.bytes.Certificate;
import vail.sim.bytes.Lanes;
import vail.sim.bytes.Load;
import vail.sim.bytes.Moved;
import vail.sim.event.Job;
import vail.sim.event.Wiring;
import vail.sim.inject.Plan;
import vail.sim.live.Live;
import vail.sim.live.LiveOptions;
import vail.sim.live.LiveOutcome;
import vail.sim.live.Watch;
import vail.sim.plan.Schedule;

/**
 * Answers from dies that really run, each beside the model's. First they run as fast as they can:
 * what that takes is this computer's own time, and may be no more than a twentieth of what links
 * and codecs are made to take.
 */
final class LiveMeasurer implements Measurer {
  private static final long OWN_TIME_PART = 20;
  private static final long PS_A_NS = 1000;

  /** Of the values of a run: a die's own, what it received and sent, and the sums between. */
  private static final long COPIES = 8;

  /** After so many times as many runs, or so long, code is compiled. */
  private static final int WARMING = 12;

  private static final long WARM_NANOS = 1_000_000_000L;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** A die is a verticle with a socket for each link. */
  private static final int MOST_DIES = 1 << 10;

  /** More than a computer does within its patience. */
  private static final long MOST_OPERATIONS = 1 << 22;

  private final Setup setup;
  private final Material material;
  private final Books.Installed books;
  private final Crew crew;
  private final EventMeasurer model;
  private Optional<Ready> planned = Optional.empty();

  /** What is to be run, and the values that are moved in it. */
  private record Ready(Job job, Load load) {}

  LiveMeasurer(Setup setup, Material material, Crew crew) {
    this.setup = setup;
    this.material = material;
    this.crew = crew;
    if (!(material.coder().books() instanceof Books.Installed installed)) {
      throw new UsageException("--step-books: dies that run have their books before they begin");
    }
    if (crew.team().rank().of() > setup.dies()) {
      throw new UsageException("--rank: more processes than dies");
    }
    if (setup.dies() > MOST_DIES) {
      throw new UsageException(
          "--mode live: runs up to %d dies, not %d".formatted(MOST_DIES, setup.dies()));
    }
    books = installed;
    RealJobs jobs = new RealJobs(setup, material, crew.threads());
    model =
        new EventMeasurer(setup, crew.threads(), (schedule, size) -> plan(jobs, schedule, size));
  }

  private Planned plan(RealJobs jobs, Schedule schedule, long size) {
    long operations = schedule.operations() * setup.lanes();
    if (operations > MOST_OPERATIONS) {
      throw new UsageException(
          "--mode live: dies do up to %d operations in all, not %d; fewer --chunks or dies do"
              .formatted(MOST_OPERATIONS, operations));
    }
    Planned next = jobs.plan(schedule, size);
    planned = Optional.of(new Ready(next.job(), material.load(schedule, setup.partition(size))));
    return next;
  }

  @Override
  public Row row(Policy policy, long size) {
    checkMemory(size);
    Row modelled = model.row(policy, size);
    Job job = planned.orElseThrow().job();
    Plan faults = crew.dies().faults(new Wiring(job.topology()));
    agree(size, modelled);
    long dilation = dilation(job, modelled.time());
    Ran ran = run(policy, job, new Pace(dilation, modelled.time()), faults);
    long time = ran.outcome.nanos() * PS_A_NS / ran.rounds / Math.max(1, dilation);
    Moved moved = modelled.moved().orElseThrow();
    return new Row(
        size,
        modelled.ran(),
        modelled.codec(),
        time,
        modelled.work(),
        Optional.of(new Moved(moved.traffic(), moved.steps(), ran.certificate)),
        Optional.of(new Row.Lived(modelled.time(), dilation, ran.outcome, ran.history)));
  }

  /**
   * Nanoseconds that a run takes more than its links and codecs are made to take: the one in the
   * middle of so many runs. Where nothing is held back that is the least of several such, for a
   * codec that has run a few times only is not compiled yet.
   */
  long ownTime(Policy policy, long size, int runs) {
    Row modelled = model.row(policy, size);
    Job job = planned.orElseThrow().job();
    long dilation = dilation(job, modelled.time());
    Pace pace = new Pace(dilation, modelled.time());
    long own = middle(job, pace, runs);
    for (int i = 1; dilation == 0 && i < WARMING && own * runs * i < WARM_NANOS; i++) {
      own = Math.min(own, middle(job, pace, runs));
    }
    return own;
  }

  private long middle(Job job, Pace pace, int runs) {
    long[] own = new long[runs];
    for (int i = 0; i < runs; i++) {
      own[i] =
          once(job, pace, Plan.NONE).outcome.nanos() - pace.modelled() * pace.dilation() / PS_A_NS;
    }
    Arrays.sort(own);
    return own[runs / 2];
  }

  /** Picoseconds that the last run is expected to take by a model that is told of this computer. */
  long expected(HostTime host, long dilation) {
    return host.expected(planned.orElseThrow().job(), dilation, crew.threads());
  }

  /** All processes are about the same bytes, messages and times. */
  private void agree(long size, Row modelled) {
    Moved moved = modelled.moved().orElseThrow();
    String events = modelled.work().map(Row.Work::digest).orElse("");
    String options = crew.dies().words(JsonObject.builder().build()).toString();
    crew.team()
        .agree(
            "job",
            String.join(
                " ",
                String.valueOf(size),
                modelled.codec(),
                moved.frames(),
                moved.certificate().replayChain(),
                events,
                options));
  }

  /** What has come of one round, or of several. */
  private record Ran(
      LiveOutcome outcome, Certificate certificate, int rounds, Optional<History> history) {}

  /** There is a book to be changed in frames of one pass only; all else is run once. */
  private Ran run(Policy policy, Job job, Pace pace, Plan faults) {
    return policy == Policy.SINGLE && material.campaign().isPresent()
        ? rounds(material.campaign().get(), job, pace, faults)
        : once(job, pace, faults);
  }

  private Ran rounds(Campaign campaign, Job job, Pace pace, Plan faults) {
    LiveRounds rounds =
        new LiveRounds(material, campaign, planned.orElseThrow().load(), crew.team());
    Watch watch = rounds.over(crew.audience().before(job, pace.over(campaign)));
    LiveOutcome outcome = Live.run(job, rounds, options(pace, faults), watch, crew.team());
    return new Ran(outcome, rounds.certificate(), campaign.rounds(), Optional.of(rounds.history()));
  }

  private Ran once(Job job, Pace pace, Plan faults) {
    Lanes lanes = new Lanes(planned.orElseThrow().load(), material.coder(), books);
    Watch watch = crew.audience().before(job, pace);
    LiveOutcome outcome = Live.run(job, lanes, options(pace, faults), watch, crew.team());
    Certificate certificate = Live.certificate(lanes, setup.dies(), crew.team());
    return new Ran(outcome, certificate, 1, Optional.empty());
  }

  private LiveOptions options(Pace pace, Plan faults) {
    return new LiveOptions(
        crew.dies().transport(), pace.dilation(), crew.threads(), PATIENCE, faults);
  }

  /** The one that was asked for, unless it is too small; or else the least that is not. */
  private long dilation(Job job, long modelled) {
    // The first run finds code that has never run.
    once(job, new Pace(0, modelled), Plan.NONE);
    long own = once(job, new Pace(0, modelled), Plan.NONE).outcome.nanos();
    long least = Math.ceilDiv(OWN_TIME_PART * own * PS_A_NS, Math.max(1, modelled));
    long chosen = crew.dies().dilation().orElse(least);
    if (chosen > 0 && chosen < least) {
      throw new UsageException(
          ("--dilation %d: this computer's own time would be more than a %dth; %d is enough now, and"
                  + " 0 measures this computer")
              .formatted(chosen, OWN_TIME_PART, least));
    }
    if (modelled / PS_A_NS > PATIENCE.toNanos() / 2 / Math.max(1, chosen)) {
      throw new UsageException(
          ("--mode live: slowed down %d times, so that this computer's own time hardly counts, this"
                  + " would take %.0f s, and 30 s are accepted; fewer bytes, dies or --chunks do,"
                  + " --transport memory takes less, and --dilation 0 holds nothing back")
              .formatted(chosen, modelled / 1e12 * chosen));
    }
    return chosen;
  }

  private void checkMemory(long size) {
    // The values of the next round are there before this one has ended.
    int rounds = material.campaign().isPresent() ? 2 : 1;
    long needed = COPIES * rounds * setup.dies() * size;
    if (needed > Runtime.getRuntime().maxMemory()) {
      throw new UsageException(
          "--mode live: %s of each of %d dies want %s of memory; VAIL_JAVA_OPTS=-Xmx gives more"
              .formatted(Units.bytes(size), setup.dies(), Units.bytes(needed)));
    }
  }
}
