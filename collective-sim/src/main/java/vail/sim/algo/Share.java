package vail.sim.algo;

import vail.sim.plan.Range;

/**
 * A slice of a range that is cut into one part a die: the same slice of each part, so that several
 * slices can travel different ways and yet leave each die its whole part.
 *
 * @param range of pieces
 * @param slice which one
 * @param slices of how many
 */
record Share(Range range, int slice, int slices) {
  /** The whole of a range. */
  static Share whole(Range range) {
    return new Share(range, 0, 1);
  }

  /** What of it belongs to the die so many places after this one. */
  Range part(Line line, int after) {
    return range.part(line.place(after), line.size()).part(slice, slices);
  }
}
