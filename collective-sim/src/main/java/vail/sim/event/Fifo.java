package vail.sim.event;

import java.util.Arrays;

/**
 * Events from one source, a link or a unit: they come in the order of their times, so a ring of
 * rows holds them.
 */
final class Fifo {
  private static final int WIDTH = 4;
  private static final int FIRST_ROOM = 4;

  private final int source;
  private long[] ring = new long[FIRST_ROOM * WIDTH];
  private int first;
  private int size;

  Fifo(int source) {
    this.source = source;
  }

  /** Says who is first of those with the same time. */
  int source() {
    return source;
  }

  /** Whether there is one event and no more. */
  boolean isSingle() {
    return size == 1;
  }

  boolean isEmpty() {
    return size == 0;
  }

  long time() {
    return ring[first];
  }

  /** The operation that the first event ends. */
  int operation() {
    return (int) (ring[first + 1] >>> Integer.SIZE);
  }

  /** Its lane. */
  int lane() {
    return (int) ring[first + 1];
  }

  /** Its die. */
  int die() {
    return (int) ring[first + 2];
  }

  /** When the last byte of its message is here. */
  long tail() {
    return ring[first + 3];
  }

  /** All but the time, for a digest. */
  long order() {
    return (ring[first + 1] * 31 + ring[first + 2]) * 31 + source;
  }

  void add(long time, int operation, int lane, int die, long tail) {
    if (size * WIDTH == ring.length) {
      grow();
    }
    int at = (first + size++ * WIDTH) & (ring.length - 1);
    ring[at] = time;
    ring[at + 1] = ((long) operation << Integer.SIZE) | lane;
    ring[at + 2] = die;
    ring[at + 3] = tail;
  }

  void remove() {
    first = (first + WIDTH) & (ring.length - 1);
    size--;
  }

  /** Doubles the ring; what lies before the first comes behind the rest. */
  private void grow() {
    int room = ring.length;
    ring = Arrays.copyOf(ring, 2 * room);
    System.arraycopy(ring, 0, ring, room, first);
  }
}
