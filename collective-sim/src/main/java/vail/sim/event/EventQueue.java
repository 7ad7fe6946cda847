package vail.sim.event;

import java.util.Arrays;

/**
 * The events that wait at one node, the first in front: a binary heap in one array, ordered by
 * time, then by source and operation, then by die and lane. What an event says is its order, so it
 * does not matter when it was put in.
 */
final class EventQueue {
  /** The time of an event that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private static final int WIDTH = 4;
  private static final int FIRST_ROOM = 8;

  private long[] heap = new long[FIRST_ROOM * WIDTH];
  private int size;

  /** The time of the first event, or NEVER. */
  long firstTime() {
    return size == 0 ? NEVER : heap[0];
  }

  /** The operation that the first event ends. */
  int operation() {
    return (int) heap[1];
  }

  /** The die of that operation. */
  int die() {
    return (int) (heap[2] >>> Integer.SIZE);
  }

  /** The lane of that operation. */
  int lane() {
    return (int) heap[2];
  }

  /** When the last byte of the first event's message is here. */
  long tail() {
    return heap[3];
  }

  /** The first event's order after its time, for a digest. */
  long order() {
    return heap[1] * 31 + heap[2];
  }

  /** The first half of an event's order after its time. */
  static long major(int source, int operation) {
    return ((long) source << Integer.SIZE) | operation;
  }

  /** The second half. */
  static long minor(int die, int lane) {
    return ((long) die << Integer.SIZE) | lane;
  }

  void add(long time, long major, long minor, long tail) {
    if (size * WIDTH == heap.length) {
      heap = Arrays.copyOf(heap, 2 * heap.length);
    }
    int at = size++ * WIDTH;
    while (at > 0) {
      int parent = ((at / WIDTH - 1) >> 1) * WIDTH;
      if (!isBefore(time, major, minor, parent)) {
        break;
      }
      move(parent, at);
      at = parent;
    }
    put(at, time, major, minor, tail);
  }

  /** Takes the first event out. */
  void remove() {
    int last = --size * WIDTH;
    if (last == 0) {
      return;
    }
    long time = heap[last];
    long major = heap[last + 1];
    long minor = heap[last + 2];
    int at = 0;
    while (true) {
      int child = 2 * at + WIDTH;
      if (child >= last) {
        break;
      }
      int other = child + WIDTH;
      if (other < last && isBefore(heap[other], heap[other + 1], heap[other + 2], child)) {
        child = other;
      }
      if (!isBefore(heap[child], heap[child + 1], heap[child + 2], time, major, minor)) {
        break;
      }
      move(child, at);
      at = child;
    }
    put(at, time, major, minor, heap[last + 3]);
  }

  private boolean isBefore(long time, long major, long minor, int at) {
    return isBefore(time, major, minor, heap[at], heap[at + 1], heap[at + 2]);
  }

  private static boolean isBefore(
      long time, long major, long minor, long time2, long major2, long minor2) {
    if (time != time2) {
      return time < time2;
    }
    return major != major2 ? major < major2 : minor < minor2;
  }

  private void move(int from, int to) {
    System.arraycopy(heap, from, heap, to, WIDTH);
  }

  private void put(int at, long time, long major, long minor, long tail) {
    heap[at] = time;
    heap[at + 1] = major;
    heap[at + 2] = minor;
    heap[at + 3] = tail;
  }
}
