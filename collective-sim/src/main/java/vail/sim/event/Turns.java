package vail.sim.event;

import vail.sim.plan.Program;

/** Whose turn it is in each queue of a die's sends; who is ready too early waits. */
final class Turns {
  private final Program program;
  private final int lanes;
  private final int[] ops;
  private final int[] laneOf;
  private final long[] early;

  Turns(Program program, int lanes) {
    this.program = program;
    this.lanes = lanes;
    ops = new int[program.queues()];
    laneOf = new int[ops.length];
    early = new long[program.size() * lanes / Long.SIZE + 1];
    for (int queue = 0; queue < ops.length; queue++) {
      ops[queue] = program.queueFirst(queue);
    }
  }

  /** Whether a send that is ready may leave; if not, it is remembered. */
  boolean isNext(int op, int lane) {
    int queue = program.queue(op);
    if (ops[queue] == op && laneOf[queue] == lane) {
      return true;
    }
    int bit = op * lanes + lane;
    early[bit / Long.SIZE] |= 1L << bit;
    return false;
  }

  /** Goes on to the next of a queue; tells whether it is ready. */
  boolean advance(int queue) {
    if (++laneOf[queue] == lanes) {
      laneOf[queue] = 0;
      ops[queue] = program.after(ops[queue]);
    }
    if (ops[queue] < 0) {
      return false;
    }
    int bit = ops[queue] * lanes + laneOf[queue];
    return (early[bit / Long.SIZE] >>> bit & 1) != 0;
  }

  /** Queues. */
  int size() {
    return ops.length;
  }

  /** The send whose turn it is; less than 0 once all have left. */
  int op(int queue) {
    return ops[queue];
  }

  /** Its lane. */
  int lane(int queue) {
    return laneOf[queue];
  }
}
