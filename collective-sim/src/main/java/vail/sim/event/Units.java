package vail.sim.event;

import vail.sim.model.Die;
import vail.sim.model.Service;
import vail.sim.plan.OpKind;

/** The units of all dies: until when each is busy, and what they have done so far. */
final class Units {
  /** Kinds of operations, those of links among them, whose places stay empty. */
  static final int KINDS = OpKind.values().length;

  private final Service[] services = new Service[KINDS];
  private final int[] firsts = new int[KINDS];
  private final int perDie;
  private final long[] free;
  private final long[] busy;

  Units(Die die, int dies) {
    int sum = 0;
    for (OpKind kind : OpKind.values()) {
      if (Die.serves(kind)) {
        services[kind.code()] = die.of(kind);
        firsts[kind.code()] = sum;
        sum += die.of(kind).units();
      }
    }
    perDie = sum;
    free = new long[Math.multiplyExact(dies, sum)];
    busy = new long[Math.multiplyExact(dies, KINDS)];
  }

  /** Gives work to the unit that is free first; returns when it begins. */
  long begin(int die, int kind, long now, long time) {
    int best = die * perDie + firsts[kind];
    for (int i = best + 1, end = best + services[kind].units(); i < end; i++) {
      if (free[i] < free[best]) {
        best = i;
      }
    }
    long start = Math.max(now, free[best]);
    free[best] = start + time;
    busy[die * KINDS + kind] += time;
    return start;
  }

  long time(int kind, long bytes) {
    return services[kind].time(bytes);
  }

  long busy(int die, int kind) {
    return busy[die * KINDS + kind];
  }
}
