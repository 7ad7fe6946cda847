package vail.sim.bytes;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;
import vail.sim.plan.Schedule;
import vail.sim.plan.Walk;

/**
 * Does a schedule without any codec, on one thread: values go from die to die as they are. What it
 * ends with is what real frames must end with.
 */
final class Replay {
  /** Is told of each message in the order of their arrival. */
  @FunctionalInterface
  interface Arrivals {
    void note(int die, int send, Chunk values);
  }

  private final Schedule schedule;
  private final Arithmetic arithmetic;
  private final Store[] stores;
  private final Arrivals arrivals;
  private final Map<Long, Chunk> messages = new HashMap<>();

  private Replay(Schedule schedule, Arithmetic arithmetic, Store[] stores, Arrivals arrivals) {
    this.schedule = schedule;
    this.arithmetic = arithmetic;
    this.stores = stores;
    this.arrivals = arrivals;
  }

  /** Changes the stores from what dies hold at the start to what they hold at the end. */
  static void run(Schedule schedule, Arithmetic arithmetic, Store[] stores, Arrivals arrivals) {
    Walk.alone(schedule, new Replay(schedule, arithmetic, stores, arrivals)::visit);
  }

  private void visit(int die, int op) {
    Program program = schedule.program(die);
    int first = program.first(op);
    if (program.kind(op).sends()) {
      messages.put(key(die, op), stores[die].read(first, program.count(op)));
    } else if (program.kind(op) == OpKind.COPY) {
      stores[die].write(first, stores[die].read(program.peer(op), program.count(op)));
    } else if (program.kind(op) == OpKind.ADD) {
      Chunk added = stores[die].read(program.peer(op), program.count(op));
      Chunk own = stores[die].read(first, program.count(op));
      stores[die].write(first, own.plus(added, arithmetic));
    } else if (program.kind(op) == OpKind.REDUCE) {
      Chunk own = stores[die].read(first, program.count(op));
      stores[die].write(first, own.plus(take(program, op), arithmetic));
    } else if (program.keeps(op)) {
      stores[die].write(first, take(program, op));
    }
  }

  private Chunk take(Program program, int op) {
    int receive = program.source(op);
    int from = program.peer(receive);
    int send = program.mate(receive);
    Chunk values = Objects.requireNonNull(messages.remove(key(from, send)), "a message sent once");
    arrivals.note(from, send, values);
    return values;
  }

  private static long key(int die, int send) {
    return ((long) die << Integer.SIZE) | send;
  }
}
