package vail.sim.plan;

import java.util.Arrays;

/** Finds for each send the receive it meets: the k-th to a die is the k-th there from this one. */
final class Matching {
  private Matching() {}

  static void match(Program[] programs) {
    long[][] sends = new long[programs.length][];
    long[][] receives = new long[programs.length][];
    Dies.each(
        programs.length,
        die -> {
          sends[die] = byPeer(programs, die, Side.SENDS);
          receives[die] = byPeer(programs, die, Side.RECEIVES);
        });
    Dies.each(programs.length, die -> match(programs, die, sends[die], receives));
    Dies.each(programs.length, die -> checkAllMet(programs[die], die, receives[die]));
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

  private static void match(Program[] programs, int die, long[] sends, long[][] receives) {
    int at = 0;
    for (int i = 0; i < sends.length; i++) {
      int peer = (int) (sends[i] >>> Integer.SIZE);
      if (i == 0 || peer != (int) (sends[i - 1] >>> Integer.SIZE)) {
        at = firstFrom(die, receives[peer]);
      }
      meet(programs, die, (int) sends[i], peer, receives[peer], at++);
    }
  }

  /** Each entry of a die's receives is taken by one sender only, so threads do not meet. */
  private static void meet(Program[] programs, int die, int op, int peer, long[] there, int at) {
    Program mine = programs[die];
    if (at >= there.length || (int) (there[at] >>> Integer.SIZE) != die) {
      throw new IllegalArgumentException(
          "die " + die + " sends die " + peer + " more than that die receives");
    }
    int mate = (int) there[at];
    if (mine.count(op) != programs[peer].count(mate)) {
      throw new IllegalArgumentException(
          "die %d sends %d pieces, die %d receives %d"
              .formatted(die, mine.count(op), peer, programs[peer].count(mate)));
    }
    mine.meet(op, mate);
    programs[peer].meet(mate, op);
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

  private static void checkAllMet(Program program, int die, long[] receives) {
    for (long receive : receives) {
      if (program.mate((int) receive) == Program.NO_MATE) {
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
