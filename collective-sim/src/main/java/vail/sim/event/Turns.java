package vail.sim.event;

import vail.sim.plan.Program;

/**
 * Whose turn it is in each queue of a die's sends; who is ready too early waits. A queue is a row
 * of numbers: the operation and lane whose turn it is, the link it leaves by, and how many wait.
 */
public final class Turns {
  private static final int WIDTH = 4;
  private static final int LANE = 1;
  private static final int LINK = 2;
  private static final int EARLY = 3;

  private final Program program;
  private final int lanes;
  private final int[] rows;
  private final long[] early;

  /**
   * All queues at their first sends.
   *
   * @param exits the link of each queue
   */
  public Turns(Program program, int[] exits, int lanes) {
    this.program = program;
    this.lanes = lanes;
    rows = new int[program.queues() * WIDTH];
    early = new long[program.size() * lanes / Long.SIZE + 1];
    for (int queue = 0; queue < program.queues(); queue++) {
      int op = program.queueFirst(queue);
      rows[queue * WIDTH] = op;
      rows[queue * WIDTH + LINK] = exits[queue];
    }
  }

  /** Whether a send that is ready may leave; if not, it is remembered. */
  public boolean isNext(int queue, int op, int lane) {
    int row = queue * WIDTH;
    if (rows[row] == op && rows[row + LANE] == lane) {
      return true;
    }
    int bit = op * lanes + lane;
    early[bit / Long.SIZE] |= 1L << bit;
    rows[row + EARLY]++;
    return false;
  }

  /** Goes on to the next of a queue; tells whether it is ready. */
  public boolean advance(int queue) {
    int row = queue * WIDTH;
    if (++rows[row + LANE] == lanes) {
      rows[row + LANE] = 0;
      rows[row] = program.after(rows[row]);
    }
    if (rows[row + EARLY] == 0) {
      return false;
    }
    int bit = rows[row] * lanes + rows[row + LANE];
    boolean ready = (early[bit / Long.SIZE] >>> bit & 1) != 0;
    rows[row + EARLY] -= ready ? 1 : 0;
    return ready;
  }

  /** Queues. */
  public int size() {
    return rows.length / WIDTH;
  }

  /** The send whose turn it is; less than 0 once all have left. */
  public int op(int queue) {
    return rows[queue * WIDTH];
  }

  /** Its lane. */
  public int lane(int queue) {
    return rows[queue * WIDTH + LANE];
  }

  /** The link it leaves by. */
  public int link(int queue) {
    return rows[queue * WIDTH + LINK];
  }
}
