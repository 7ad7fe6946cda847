package vail.sim.event;

import java.util.Arrays;

/** Events for the nodes of another thread, kept until both have ended a window. */
final class Outbox {
  private static final int WIDTH = 4;

  private long[] letters = new long[64 * WIDTH];
  private int size;

  void add(int link, long time, long label, long tail) {
    if (size == letters.length) {
      letters = Arrays.copyOf(letters, 2 * size);
    }
    letters[size] = link;
    letters[size + 1] = time;
    letters[size + 2] = label;
    letters[size + 3] = tail;
    size += WIDTH;
  }

  /** Hands all over to the one they are for. */
  void empty(Mail to) {
    for (int i = 0; i < size; i += WIDTH) {
      to.arrive((int) letters[i], letters[i + 1], letters[i + 2], letters[i + 3]);
    }
    size = 0;
  }
}
