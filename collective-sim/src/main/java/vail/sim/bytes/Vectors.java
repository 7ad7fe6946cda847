package vail.sim.bytes;

import vail.sim.plan.Partition;
import vail.sim.plan.Range;
import vail.sim.plan.Schedule;

/** The elements that each die begins with: a vector each, of any length. */
@FunctionalInterface
public interface Vectors {
  /**
   * Writes elements of a die's vector.
   *
   * @param die whose
   * @param first the first element
   * @param to receives them, little-endian
   * @param at first byte there
   * @param bytes of whole elements
   */
  void fill(int die, long first, byte[] to, int at, int bytes);

  /** What the dies of a schedule hold at its start. */
  default Store[] stores(Schedule schedule, Partition partition) {
    int pieces = schedule.algorithm().pieces();
    Store[] stores = new Store[schedule.dies()];
    for (int die = 0; die < stores.length; die++) {
      stores[die] = new Store(pieces * schedule.collective().vectors());
      Range input = schedule.collective().input(die, stores.length, pieces);
      for (int piece = input.first(); piece < input.end(); piece++) {
        stores[die].write(piece, piece(die, piece, partition));
      }
    }
    return stores;
  }

  private Chunk piece(int die, int piece, Partition partition) {
    int[] sizes = new int[partition.lanes()];
    for (int lane = 0; lane < sizes.length; lane++) {
      sizes[lane] = Math.toIntExact(partition.bytes(piece, 1, lane));
    }
    Shape shape = Shape.of(sizes.length, sizes);
    byte[] bytes = new byte[shape.bytes()];
    for (int lane = 0; lane < sizes.length; lane++) {
      fill(die, partition.start(piece, lane), bytes, shape.laneStart(lane), sizes[lane]);
    }
    return new Chunk(shape, bytes);
  }
}
