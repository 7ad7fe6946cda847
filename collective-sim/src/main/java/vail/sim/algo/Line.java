package vail.sim.algo;

/**
 * A die's place among dies at equal distances: a ring, an axis of a torus, a group or the same
 * place in each group.
 *
 * @param first the die of place 0
 * @param stride from one place to the next
 * @param size dies
 * @param at place of this die
 * @param step 1, or -1 where the line is walked backwards
 */
record Line(int first, int stride, int size, int at, int step) {
  /** All dies from 0. */
  static Line all(int dies, int die) {
    return new Line(0, 1, dies, die, 1);
  }

  /** The place so many steps after this die's, the last followed by the first. */
  int place(int after) {
    return Math.floorMod(at + after * step, size);
  }

  /** The die so many steps after this one. */
  int die(int after) {
    return first + place(after) * stride;
  }

  /** The same line walked the other way. */
  Line backwards() {
    return new Line(first, stride, size, at, -step);
  }
}
