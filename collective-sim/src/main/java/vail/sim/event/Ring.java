package vail.sim.event;

import java.util.Arrays;

/**
 * Times with labels, first come, first served, in an array and nothing else: there are hundreds of
 * thousands, and each look at one that a processor has forgotten costs more than all work on it.
 * The array begins with the place of the first row and the number of rows; rows go round behind.
 */
final class Ring {
  private static final int WIDTH = 2;
  private static final int SIZE = 1;
  private static final int HEAD = 2;
  private static final int FIRST_ROOM = 4;

  /** Of many rings that hold nothing yet. */
  static final long[] NONE = new long[HEAD];

  private Ring() {}

  static boolean isEmpty(long[] ring) {
    return ring[SIZE] == 0;
  }

  /** The place of the first row: its time, followed by its label. */
  static int first(long[] ring) {
    return HEAD + (int) ring[0];
  }

  /** Adds a row; returns the array that now holds all. */
  static long[] add(long[] ring, long time, long label) {
    long[] roomy = ring[SIZE] * WIDTH == ring.length - HEAD ? grown(ring) : ring;
    int at = wrapped(roomy, roomy[0] + roomy[SIZE]++ * WIDTH);
    roomy[HEAD + at] = time;
    roomy[HEAD + at + 1] = label;
    return roomy;
  }

  static void remove(long[] ring) {
    ring[0] = wrapped(ring, ring[0] + WIDTH);
    ring[SIZE]--;
  }

  private static int wrapped(long[] ring, long place) {
    return (int) place & (ring.length - HEAD - 1);
  }

  /** Twice as large; what lies before the first comes behind the rest. */
  private static long[] grown(long[] ring) {
    int room = ring.length - HEAD;
    if (room == 0) {
      return new long[HEAD + FIRST_ROOM * WIDTH];
    }
    long[] larger = Arrays.copyOf(ring, HEAD + 2 * room);
    System.arraycopy(ring, HEAD, larger, HEAD + room, room);
    return larger;
  }
}
