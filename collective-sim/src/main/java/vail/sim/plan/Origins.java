package vail.sim.plan;

import java.util.Arrays;

/**
 * Which operation made what another one of the same die takes. So operations can be done in any
 * order that keeps their dependencies, and each still gets the values that the script means.
 */
public final class Origins {
  /** There from the start. */
  public static final int INPUT = -1;

  private final int[][] takes;
  private final int[] last;

  private Origins(Schedule schedule, int die) {
    Program program = schedule.program(die);
    int pieces = schedule.algorithm().pieces() * schedule.collective().vectors();
    takes = new int[program.size()][];
    int[] values = new int[pieces];
    int[] frames = new int[pieces];
    Arrays.fill(values, INPUT);
    for (int op = 0; op < program.size(); op++) {
      int first = program.first(op);
      int end = first + program.count(op);
      switch (program.kind(op)) {
        case SEND, FORWARD ->
            takes[op] =
                Arrays.copyOfRange(
                    schedule.codec(die, op) == Codec.NONE ? values : frames, first, end);
        case ENCODE -> {
          takes[op] = Arrays.copyOfRange(values, first, end);
          Arrays.fill(frames, first, end, op);
        }
        case REDUCE -> {
          takes[op] = Arrays.copyOfRange(values, first, end);
          Arrays.fill(values, first, end, op);
        }
        case COPY -> {
          int from = program.peer(op);
          takes[op] = Arrays.copyOfRange(values, from, from + program.count(op));
          Arrays.fill(values, first, end, op);
        }
        case RECV, DECODE -> {
          if (program.keeps(op)) {
            Arrays.fill(values, first, end, op);
            Arrays.fill(frames, first, end, program.source(op));
          }
        }
        case HISTOGRAM, TREE, FENCE -> {
          // They make no values.
        }
      }
    }
    last = values;
  }

  /** Those of a die. */
  public static Origins of(Schedule schedule, int die) {
    return new Origins(schedule, die);
  }

  /**
   * The operation that made one of the pieces that an operation takes: the values that it encodes,
   * copies, adds to or sends as they are, or the frames that it sends.
   *
   * @param index of the piece, counted from the first that is taken
   */
  public int of(int op, int index) {
    return takes[op][index];
  }

  /** The operation that made the values that a piece has at the end. */
  public int last(int piece) {
    return last[piece];
  }
}
