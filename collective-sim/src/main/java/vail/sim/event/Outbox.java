package vail.sim.event;

import java.util.Arrays;

/** Events for the nodes of another thread, kept until both have ended a window. */
final class Outbox {
  private static final int WIDTH = 4;

  private long[] letters = new long[64 * WIDTH];
  private int size;

  void add(int link, long time, int operation, int lane, int die, long tail) {
    if (size == letters.length) {
      letters = Arrays.copyOf(letters, 2 * size);
    }
    letters[size] = ((long) link << Integer.SIZE) | die;
    letters[size + 1] = time;
    letters[size + 2] = ((long) operation << Integer.SIZE) | lane;
    letters[size + 3] = tail;
    size += WIDTH;
  }

  /** Hands all over to the one they are for. */
  void empty(Mail to) {
    for (int i = 0; i < size; i += WIDTH) {
      to.arrive(
          (int) (letters[i] >>> Integer.SIZE),
          letters[i + 1],
          (int) (letters[i + 2] >>> Integer.SIZE),
          (int) letters[i + 2],
          (int) letters[i],
          letters[i + 3]);
    }
    size = 0;
  }
}
