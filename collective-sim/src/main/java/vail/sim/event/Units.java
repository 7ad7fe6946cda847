package vail.sim.event;

import vail.sim.model.Die;
import vail.sim.model.Service;
import vail.sim.plan.OpKind;

/**
 * The units of all dies, numbered die by die: until when each is busy, and what it has done so far.
 */
final class Units {
  /** Kinds of operations, those of links among them, which have no units. */
  static final int KINDS = OpKind.values().length;

  private final Service[] services = new Service[KINDS];
  private final int[] firsts = new int[KINDS];
  private final int[] counts = new int[KINDS];
  private final boolean[] isFree = new boolean[KINDS];
  private final int perDie;
  private final long[] free;
  private final long[] busy;

  Units(Die die, int dies) {
    int sum = 0;
    for (OpKind kind : OpKind.values()) {
      if (Die.serves(kind)) {
        services[kind.code()] = die.of(kind);
        firsts[kind.code()] = sum;
        counts[kind.code()] = die.of(kind).units();
        isFree[kind.code()] = die.of(kind).isFree();
        sum += counts[kind.code()];
      }
    }
    perDie = sum;
    free = new long[Math.multiplyExact(dies, sum)];
    busy = new long[free.length];
  }

  /** Units of a die. */
  int perDie() {
    return perDie;
  }

  /** The unit of a die that is free first for a kind of work. */
  int next(int die, int kind) {
    int best = die * perDie + firsts[kind];
    for (int i = best + 1, end = best + counts[kind]; i < end; i++) {
      if (free[i] < free[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Counts a unit of a die among those of its kind. */
  int index(int unit, int kind) {
    return unit % perDie - firsts[kind];
  }

  /** Gives work to a unit; returns when it begins. */
  long begin(int unit, long now, long time) {
    long start = Math.max(now, free[unit]);
    free[unit] = start + time;
    busy[unit] += time;
    return start;
  }

  /** Whether a kind of work takes no time, however many bytes there are. */
  boolean isFree(int kind) {
    return isFree[kind];
  }

  long time(int kind, long parts, long partsOfByte) {
    return services[kind].time(parts, partsOfByte);
  }

  /** How long the units of a die have worked on a kind, all together. */
  long busy(int die, OpKind kind) {
    long sum = 0;
    if (Die.serves(kind)) {
      int first = die * perDie + firsts[kind.code()];
      for (int i = first; i < first + services[kind.code()].units(); i++) {
        sum += busy[i];
      }
    }
    return sum;
  }
}
