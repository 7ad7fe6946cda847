package vail.sim.plan;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The programs of all dies, each send matched with its receive. */
public final class Schedule {
  private final Algorithm algorithm;
  private final Hops hops;
  private final Program[] programs;
  private final int forms;

  private Schedule(Algorithm algorithm, Hops hops, Program[] programs, int forms) {
    this.algorithm = algorithm;
    this.forms = forms;
    this.hops = hops;
    this.programs = programs;
  }

  /**
   * The schedule of an algorithm.
   *
   * @throws IllegalArgumentException if dies disagree about what they send each other, or one uses
   *     pieces that it does not have
   */
  public static Schedule of(Algorithm algorithm, Hops hops) {
    Program[] programs = new Program[algorithm.dies()];
    ConcurrentMap<Form, Form> known = new ConcurrentHashMap<>();
    Dies.each(
        programs.length,
        die -> programs[die] = Program.of(Lowering.of(algorithm, die, hops), known));
    int[][] mates = Matching.match(programs);
    ConcurrentMap<Met, Form> met = new ConcurrentHashMap<>();
    Dies.each(programs.length, die -> programs[die] = programs[die].met(mates[die], met));
    return new Schedule(algorithm, hops, programs, met.size());
  }

  /** About how many operations a schedule has: as many a die as the first. */
  public static long about(Algorithm algorithm, Hops hops) {
    return (long) Lowering.of(algorithm, 0, hops).size() * algorithm.dies();
  }

  /** Whether all dies do the same, peers and pieces apart. */
  public boolean isUniform() {
    return forms == 1 && hops instanceof Hops.Alike;
  }

  /** The program of the first die alone, which sends to itself. */
  public Schedule ofOne() {
    return new Schedule(algorithm, hops, new Program[] {programs[0].toItself()}, 1);
  }

  /** What it came from. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** Dies. */
  public int dies() {
    return programs.length;
  }

  /** The program of a die. */
  public Program program(int die) {
    return programs[die];
  }

  /** The collective. */
  public Collective collective() {
    return algorithm.collective();
  }

  /** The codec that a RECV, SEND or FORWARD of a die carries. */
  public Codec codec(int die, int op) {
    if (hops instanceof Hops.Alike(Codec codec)) {
      return codec;
    }
    int peer = programs[die].peer(op);
    int pieces = programs[die].count(op);
    return programs[die].kind(op).sends()
        ? hops.codec(die, peer, pieces)
        : hops.codec(peer, die, pieces);
  }

  /** Operations of the die that has most. */
  public int longest() {
    int most = 0;
    for (Program program : programs) {
      most = Math.max(most, program.size());
    }
    return most;
  }

  /** Operations of all dies. */
  public long operations() {
    long sum = 0;
    for (Program program : programs) {
      sum += program.size();
    }
    return sum;
  }
}
