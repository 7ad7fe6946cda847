package vail.sim.plan;

/**
 * The step of each operation: the length of the longest chain of messages, each waiting for the one
 * before, that must have come before it. In a ring these are the steps that textbooks count.
 */
public final class Steps {
  private final int[][] steps;
  private int count;

  private Steps(Schedule schedule) {
    steps = new int[schedule.dies()][];
    for (int die = 0; die < steps.length; die++) {
      steps[die] = new int[schedule.program(die).size()];
    }
    Walk.alone(schedule, (die, op) -> visit(schedule.program(die), die, op));
  }

  /** The steps of a schedule. */
  public static Steps of(Schedule schedule) {
    return new Steps(schedule);
  }

  private void visit(Program program, int die, int op) {
    if (program.kind(op) == OpKind.RECV) {
      later(die, op, steps[program.peer(op)][program.mate(op)] + 1);
    }
    for (int i = 0; i < program.nextCount(op); i++) {
      later(die, program.next(op, i), steps[die][op]);
    }
    if (program.kind(op).sends()) {
      count = Math.max(count, steps[die][op] + 1);
    }
  }

  private void later(int die, int op, int step) {
    steps[die][op] = Math.max(steps[die][op], step);
  }

  /** The step of an operation, counted from 0. */
  public int of(int die, int op) {
    return steps[die][op];
  }

  /** Steps in which anything is sent. */
  public int count() {
    return count;
  }
}
