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
    int pieces = schedule.algorithm().pieces() * schedule.algorithm().vectors();
    takes = new int[program.size()][];
    last = new int[pieces];
    int[] frames = new int[pieces];
    Arrays.fill(last, INPUT);
    for (int op = 0; op < program.size(); op++) {
      if (program.kind(op).sends()) {
        boolean plain = schedule.codec(die, op) == Codec.NONE;
        takes[op] = pieces(plain ? last : frames, program.first(op), program.count(op));
      } else {
        follow(program, op, frames);
      }
    }
  }

  /** Notes what an operation takes of the values there are by now, and what it makes. */
  private void follow(Program program, int op, int... frames) {
    int first = program.first(op);
    int count = program.count(op);
    switch (program.kind(op)) {
      case ENCODE -> {
        takes[op] = pieces(last, first, count);
        Arrays.fill(frames, first, first + count, op);
      }
      case REDUCE -> {
        takes[op] = pieces(last, first, count);
        Arrays.fill(last, first, first + count, op);
      }
      case COPY -> {
        takes[op] = pieces(last, program.peer(op), count);
        Arrays.fill(last, first, first + count, op);
      }
      case ADD -> {
        takes[op] = Arrays.copyOf(pieces(last, first, count), 2 * count);
        System.arraycopy(last, program.peer(op), takes[op], count, count);
        Arrays.fill(last, first, first + count, op);
      }
      case RECV, DECODE -> {
        if (program.keeps(op)) {
          Arrays.fill(last, first, first + count, op);
          Arrays.fill(frames, first, first + count, program.source(op));
        }
      }
      case SEND, FORWARD, HISTOGRAM, TREE, FENCE -> {
        // They make no values.
      }
    }
  }

  private static int[] pieces(int[] of, int first, int count) {
    return Arrays.copyOfRange(of, first, first + count);
  }

  /** Those of a die. */
  public static Origins of(Schedule schedule, int die) {
    return new Origins(schedule, die);
  }

  /**
   * The operation that made one of the pieces that an operation takes: the values that it encodes,
   * copies, adds to or sends as they are, or the frames that it sends.
   *
   * @param index of the piece, counted from the first that is taken; an ADD takes its own pieces
   *     first, then those that it adds
   */
  public int of(int op, int index) {
    return takes[op][index];
  }

  /** The operation that made the values that a piece has at the end. */
  public int last(int piece) {
    return last[piece];
  }
}
