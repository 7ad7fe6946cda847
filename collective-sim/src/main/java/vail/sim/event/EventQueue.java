package vail.sim.event;

import java.util.Arrays;

/**
 * The events that wait at one node: a binary heap of those sources that have any, by the time of
 * their first, then by their number. So the order of events is time, source, and how the source
 * gave them.
 */
final class EventQueue {
  /** The time of an event that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private Fifo[] heap = new Fifo[2];
  private int size;

  /** The time of the first event, or NEVER. */
  long firstTime() {
    return size == 0 ? NEVER : heap[0].time();
  }

  /** The source of the first event. */
  Fifo first() {
    return heap[0];
  }

  /** Takes note of a source that had no events and now has one. */
  void add(Fifo fifo) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    int at = size++;
    while (at > 0 && isBefore(fifo, heap[(at - 1) >> 1])) {
      heap[at] = heap[(at - 1) >> 1];
      at = (at - 1) >> 1;
    }
    heap[at] = fifo;
  }

  /** Takes the first event out. */
  void remove() {
    Fifo moved = heap[0];
    moved.remove();
    if (moved.isEmpty()) {
      moved = heap[--size];
    }
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], moved)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = moved;
  }

  private static boolean isBefore(Fifo one, Fifo other) {
    long time = one.time();
    long otherTime = other.time();
    return time != otherTime ? time < otherTime : one.source() < other.source();
  }
}
