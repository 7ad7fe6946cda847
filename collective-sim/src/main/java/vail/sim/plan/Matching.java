package vail.sim.plan;

import java.util.Arrays;

/** Finds for each send the receive it meets: the k-th to a die is the k-th there from this one. */
final class Matching {
  private static final int NOBODY = -1;

  private Matching() {}

  /** For each die and operation the one at the other die that it meets; less than 0 for none. */
  static int[][] match(Program[] programs) {
    int[][] mates = new int[programs.length][];
    long[][] sends = new long[programs.length][];
    long[][] receives = new long[programs.length][];
    Dies.each(
        programs.length,
        die -> {
          sends[die] = byPeer(programs, die, Side.SENDS);
          receives[die] = byPeer(programs, die, Side.RECEIVES);
          mates[die] = new int[programs[die].size()];
          Arrays.fill(mates[die], NOBODY);
        });
    Dies.each(programs.length, die -> match(programs, die, sends[die], receives, mates));
    Dies.each(programs.length, die -> checkAllMet(mates[die], die, receives[die]));
    return mates;
  }

  private enum Side {
    SENDS,
    RECEIVES
  }

  private static long[] byPeer(Program[] programs, int die, Side side) {
    Program program = programs[die];
    long[] found = new long[program.size()];
    int size = 0;
    for (int op = 0; op < found.length; op++) {
      OpKind kind = program.kind(op);
      if (side == Side.SENDS ? kind.sends() : kind == OpKind.RECV) {
        checkPeer(programs.length, die, program.peer(op));
        found[size++] = entry(program.peer(op), op);
      }
    }
    long[] sorted = Arrays.copyOf(found, size);
    Arrays.sort(sorted);
    return sorted;
  }

  private static void checkPeer(int dies, int die, int peer) {
    if (peer < 0 || peer >= dies) {
      throw new IllegalArgumentException(
          "die " + die + " talks with die " + peer + ", but there are only " + dies);
    }
  }

  private static void match(
      Program[] programs, int die, long[] sends, long[][] receives, int[][] mates) {
    int at = 0;
    for (int i = 0; i < sends.length; i++) {
      int peer = (int) (sends[i] >>> Integer.SIZE);
      if (i == 0 || peer != (int) (sends[i - 1] >>> Integer.SIZE)) {
        at = firstFrom(die, receives[peer]);
      }
      int op = (int) sends[i];
      int mate = mate(programs, die, op, peer, receives[peer], at++);
      // Each entry of a die's receives is taken by one sender only, so threads do not meet.
      mates[die][op] = mate;
      mates[peer][mate] = op;
    }
  }

  private static int mate(Program[] programs, int die, int op, int peer, long[] there, int at) {
    if (at >= there.length || (int) (there[at] >>> Integer.SIZE) != die) {
      throw new IllegalArgumentException(
          "die " + die + " sends die " + peer + " more than that die receives");
    }
    int mate = (int) there[at];
    int count = programs[die].count(op);
    int received = programs[peer].count(mate);
    if (count != received) {
      throw new IllegalArgumentException(
          "die %d sends %d pieces, die %d receives %d".formatted(die, count, peer, received));
    }
    return mate;
  }

  private static int firstFrom(int die, long[] receives) {
    int at = 0;
    int end = receives.length;
    while (at < end) {
      int middle = (at + end) >>> 1;
      if (receives[middle] >>> Integer.SIZE < die) {
        at = middle + 1;
      } else {
        end = middle;
      }
    }
    return at;
  }

  private static void checkAllMet(int[] mates, int die, long[] receives) {
    for (long receive : receives) {
      if (mates[(int) receive] == NOBODY) {
        throw new IllegalArgumentException(
            "die %d waits for die %d, which sends it less"
                .formatted(die, receive >>> Integer.SIZE));
      }
    }
  }

  private static long entry(int peer, int op) {
    return ((long) peer << Integer.SIZE) | op;
  }
}
