package vail.bench.measure;

import static vail.bench.measure.Race.Yardstick.HUFF0;
import static vail.bench.measure.Race.Yardstick.PORTABLE;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vail.bench.codec.Codec;
import vail.bench.codec.Contender;
import vail.bench.codec.Contender.Place;
import vail.bench.codec.Contender.Ready;
import vail.bench.codec.Label;
import vail.bench.codec.OurBackends;
import vail.bench.data.Plane;

/** Runs contest after contest. */
public final class Programme {
  /** The usual blocks, within the caches. */
  public static final Size CACHED = new Size(1 << 16, 1 << 20);

  static final Size BEYOND = new Size(1 << 16, 1 << 28);
  private static final List<Size> OTHERS =
      List.of(new Size(1 << 12, 1 << 12), new Size(1 << 16, 1 << 16), new Size(1 << 12, 1 << 20));

  /** What a device gets in a call: enough for all that compute side by side. */
  private static final Size MANY = new Size(1 << 16, 1 << 24);

  private static final Size TILES = new Size(1 << 17, 1 << 20);
  private static final Size TILES_BEYOND = new Size(1 << 17, 1 << 28);
  private static final Size ONE_BLOCK = new Size(1 << 12, 1 << 12);

  /** Planes that are coded in other sizes, too. */
  private static final int TELLING = 2;

  /** GB/s below which a codec is not worth the time beyond the caches and in threads. */
  private static final double FAST = 0.25;

  private final List<Ready> contenders;
  private final Pace pace;
  private final Consumer<String> news;
  private final Map<Label, Double> slowest = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Latency> latencies = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private final long wallStart = System.nanoTime();
  private final long processorStart = processorNanos();

  /**
   * A programme for these contenders.
   *
   * @param news told what comes next
   */
  public Programme(List<Ready> contenders, Pace pace, Consumer<String> news) {
    this.contenders = contenders;
    this.pace = pace;
    this.news = news;
  }

  /** The telling planes within the caches, whole values, single blocks, and all cores. */
  public void quick(List<Plane> planes, Plane tensor, int cores, Deadline deadline) {
    List<Plane> telling = planes.stream().limit(TELLING).toList();
    int left = telling.size() + 4;
    for (Plane plane : telling) {
      planes(plane, CACHED, pace, deadline.part(left--));
    }
    tensors(tensor, TILES, pace, deadline.part(left--));
    singleBlocks(telling.getFirst(), deadline.part(left--));
    threads(telling.getFirst(), List.of(cores), deadline.part(left--));
    devices(telling.getFirst(), cores, deadline.part(left));
  }

  /** All planes and sizes. */
  public void thorough(List<Plane> planes, Plane tensor, int cores, Deadline deadline) {
    List<Plane> telling = planes.stream().limit(TELLING).toList();
    int left = planes.size() + telling.size() * (OTHERS.size() + 1) + 5;
    for (Plane plane : planes) {
      planes(plane, CACHED, pace, deadline.part(left--));
    }
    for (Plane plane : telling) {
      for (Size size : OTHERS) {
        planes(plane, size, pace, deadline.part(left--));
      }
      singleBlocks(plane, deadline.part(left--));
    }
    tensors(tensor, TILES, pace, deadline.part(left--));
    planes(telling.getFirst(), BEYOND, Pace.WHOLE, deadline.part(left--));
    tensors(tensor, TILES_BEYOND, Pace.WHOLE, deadline.part(left--));
    threads(telling.getFirst(), powersOfTwo(cores), deadline.part(left--));
    devices(telling.getFirst(), cores, deadline.part(left));
  }

  private static List<Integer> powersOfTwo(int most) {
    List<Integer> counts = new ArrayList<>();
    for (int count = 1; count < most; count *= 2) {
      counts.add(count);
    }
    counts.add(most);
    return counts;
  }

  /** What was found. */
  public Findings findings(Machine machine, String origin, List<Contender.Absent> absent) {
    double share = (double) (processorNanos() - processorStart) / (System.nanoTime() - wallStart);
    return new Findings(machine, origin, share, rows, latencies, absent, failures);
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private void planes(Plane plane, Size size, Pace at, Deadline deadline) {
    race(plane, size, at, deadline, Ready::planes);
  }

  private void tensors(Plane tensor, Size size, Pace at, Deadline deadline) {
    race(tensor, size, at, deadline, Ready::tensors);
  }

  private interface Choice {
    Contender.Training of(Ready contender);
  }

  private void race(Plane plane, Size size, Pace at, Deadline deadline, Choice choice) {
    Race race = new Race(plane.name(), size, 1, Race.Time.PROCESSOR, HUFF0);
    try (Stretch stretch = new Stretch(plane.later(), size);
        Contest contest = contest(race, at, deadline)) {
      for (Ready contender : at.wholeLaps() ? fast() : contenders) {
        Codec codec = choice.of(contender).on(plane);
        contest.enter(contender.label(), new Solo(codec, stretch, clock(contender)));
      }
      rows.addAll(Rows.of(race, finish(contest)));
    }
  }

  private void singleBlocks(Plane plane, Deadline deadline) {
    Race race = new Race(plane.name(), ONE_BLOCK, 1, Race.Time.WALL, HUFF0);
    try (Stretch stretch = new Stretch(plane.later(), ONE_BLOCK);
        Contest contest = contest(race, pace.singleCalls(), deadline)) {
      for (Ready contender : contenders) {
        Codec codec = contender.planes().on(plane);
        contest.enter(contender.label(), new Solo(codec, stretch, Clock.wall()));
      }
      for (Outcome outcome : finish(contest)) {
        latencies.add(Latency.of(race.plane(), ONE_BLOCK.block(), outcome));
      }
    }
  }

  private void threads(Plane plane, List<Integer> counts, Deadline deadline) {
    int left = counts.size();
    for (int count : counts) {
      Race race = new Race(plane.name(), CACHED, count, Race.Time.WALL, HUFF0);
      List<Ready> inThreads = fast().stream().filter(one -> one.place() == Place.THREAD).toList();
      teams(race, plane, inThreads, deadline.part(left--));
    }
  }

  /**
   * Those that code elsewhere: a driver of OpenCL for processors takes all the cores there are, so
   * the portable C gets as many.
   */
  private void devices(Plane plane, int cores, Deadline deadline) {
    if (contenders.stream().anyMatch(one -> one.place() == Place.ELSEWHERE)) {
      List<Ready> both =
          contenders.stream()
              .filter(one -> one.place() == Place.ELSEWHERE || OurBackends.isPortable(one.label()))
              .toList();
      Race race = new Race(plane.name(), MANY, cores, Race.Time.WALL, PORTABLE);
      teams(race, plane, both, deadline);
    }
  }

  private void teams(Race race, Plane plane, List<Ready> taking, Deadline deadline) {
    try (Contest contest = contest(race, pace, deadline)) {
      for (Ready contender : taking) {
        Supplier<Codec> codecs = () -> contender.planes().on(plane);
        Team team = new Team(codecs, plane.later(), race.size(), race.threads(), Clock.wall());
        contest.enter(contender.label(), team);
      }
      rows.addAll(Rows.of(race, finish(contest)));
    }
  }

  private Contest contest(Race race, Pace at, Deadline deadline) {
    news.accept(
        "%s, blocks of %d bytes, %d in all, threads: %d"
            .formatted(race.plane(), race.size().block(), race.size().bytes(), race.threads()));
    return new Contest(at, deadline, race.plane());
  }

  private List<Outcome> finish(Contest contest) {
    contest.run();
    failures.addAll(contest.failures());
    List<Outcome> outcomes = contest.outcomes();
    outcomes.forEach(outcome -> slowest.putIfAbsent(outcome.label(), outcome.slower()));
    return outcomes;
  }

  private List<Ready> fast() {
    return contenders.stream()
        .filter(contender -> slowest.getOrDefault(contender.label(), 0.0) >= FAST)
        .toList();
  }

  private static Clock clock(Ready contender) {
    return switch (contender.place()) {
      case THREAD -> Clock.thread();
      case ELSEWHERE -> Clock.wall();
    };
  }
}
