package vail.sim.event;

import java.util.Arrays;

/**
 * The events that wait at each node. A node has sources of events, its units and the links that end
 * there, which give them in the order of their times. The first of each source is in a table, and
 * those behind it in a ring. A binary heap a node orders its sources that have any by the time of
 * their first, then by number. So the order of events is time, source, and how the source gave
 * them.
 */
final class EventQueues {
  /** The time of an event that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  /** No source. */
  static final int NOBODY = -1;

  private static final int WIDTH = 2;
  private static final int LABEL = 1;

  private final int[] bases;
  private final int[] sizes;
  private final int[] heaps;
  private final long[] firsts;
  private final long[][] behind;
  private final long[][] tails;

  /**
   * Queues without events.
   *
   * @param bases the first source of each node, and the number of all
   */
  EventQueues(int[] bases) {
    this.bases = bases;
    int sources = bases[bases.length - 1];
    sizes = new int[bases.length - 1];
    heaps = new int[sources];
    firsts = new long[Math.multiplyExact(sources, WIDTH)];
    Arrays.fill(firsts, NEVER);
    behind = new long[sources][];
    Arrays.fill(behind, Ring.NONE);
    tails = behind.clone();
  }

  /** The first source of a node. */
  int base(int node) {
    return bases[node];
  }

  /** The source of a node's first event, or NOBODY. */
  int first(int node) {
    return sizes[node] == 0 ? NOBODY : heaps[bases[node]];
  }

  /** When the first event of a source is due. */
  long time(int source) {
    return firsts[source * WIDTH];
  }

  /** What it is about. */
  long label(int source) {
    return firsts[source * WIDTH + LABEL];
  }

  /** Adds an event of a source of a node; whether it is the first of the source. */
  boolean add(int node, int source, long time, long label) {
    int row = source * WIDTH;
    if (firsts[row] != NEVER) {
      append(behind, source, time, label);
      return false;
    }
    firsts[row] = time;
    firsts[row + LABEL] = label;
    int base = bases[node];
    int at = sizes[node]++;
    while (at > 0 && isBefore(source, heaps[base + ((at - 1) >> 1)])) {
      heaps[base + at] = heaps[base + ((at - 1) >> 1)];
      at = (at - 1) >> 1;
    }
    heaps[base + at] = source;
    return true;
  }

  /** Takes note of when the last byte is here of an event's message that goes on before that. */
  void addTail(int source, long tail) {
    append(tails, source, tail, 0);
  }

  private static void append(long[][] rings, int source, long time, long label) {
    rings[source] = Ring.add(rings[source], time, label);
  }

  /** When it is here of the message of a source's first event. */
  long takeTail(int source) {
    long[] ring = tails[source];
    long tail = ring[Ring.first(ring)];
    Ring.remove(ring);
    return tail;
  }

  /** Takes a node's first event out. */
  void remove(int node) {
    int base = bases[node];
    int moved = heaps[base];
    long[] next = behind[moved];
    if (Ring.isEmpty(next)) {
      firsts[moved * WIDTH] = NEVER;
      moved = heaps[base + --sizes[node]];
    } else {
      int first = Ring.first(next);
      firsts[moved * WIDTH] = next[first];
      firsts[moved * WIDTH + LABEL] = next[first + LABEL];
      Ring.remove(next);
    }
    int size = sizes[node];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && isBefore(heaps[base + child + 1], heaps[base + child])) {
        child++;
      }
      if (!isBefore(heaps[base + child], moved)) {
        break;
      }
      heaps[base + at] = heaps[base + child];
      at = child;
    }
    heaps[base + at] = moved;
  }

  private boolean isBefore(int one, int other) {
    long time = firsts[one * WIDTH];
    long otherTime = firsts[other * WIDTH];
    return time != otherTime ? time < otherTime : one < other;
  }
}
