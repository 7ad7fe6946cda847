package vail.sim.plan;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

/**
 * Goes through a schedule so that a message is sent before it is received: in rounds, in each of
 * which every die goes on, in the order of its program, until it waits for a message that had not
 * been sent when the round began. So dies of a round may be visited side by side.
 */
public final class Walk {
  private final Schedule schedule;
  private final Visitor visitor;
  private final int[] at;

  /** What is done with an operation. */
  @FunctionalInterface
  public interface Visitor {
    /** Visits an operation; those of one die come one after the other. */
    void visit(int die, int op);
  }

  private Walk(Schedule schedule, Visitor visitor) {
    this.schedule = schedule;
    this.visitor = visitor;
    at = new int[schedule.dies()];
  }

  /**
   * Visits all operations on this thread, the dies of a round in their order.
   *
   * @throws IllegalArgumentException if a die waits for ever
   */
  public static void alone(Schedule schedule, Visitor visitor) {
    Walk walk = new Walk(schedule, visitor);
    walk.rounds(before -> {
      for (int die = 0; die < before.length; die++) {
        walk.goOn(die, before);
      }
    });
  }

  /** The same with the dies of a round on so many threads. */
  public static void together(Schedule schedule, int threads, Visitor visitor) {
    if (threads == 1) {
      alone(schedule, visitor);
      return;
    }
    Walk walk = new Walk(schedule, visitor);
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      walk.rounds(before -> Dies.each(before.length, pool, die -> walk.goOn(die, before)));
    }
  }

  private void rounds(Consumer<int[]> round) {
    int[] before;
    do {
      before = at.clone();
      round.accept(before);
    } while (!Arrays.equals(before, at));
    for (int die = 0; die < at.length; die++) {
      if (at[die] < schedule.program(die).size()) {
        throw new IllegalArgumentException(
            "die %d waits for ever at operation %d".formatted(die, at[die]));
      }
    }
  }

  private void goOn(int die, int[] before) {
    Program program = schedule.program(die);
    int op = at[die];
    while (op < program.size() && !waits(program, op, before)) {
      visitor.visit(die, op++);
    }
    at[die] = op;
  }

  private static boolean waits(Program program, int op, int[] before) {
    return program.kind(op) == OpKind.RECV && before[program.peer(op)] <= program.mate(op);
  }
}
