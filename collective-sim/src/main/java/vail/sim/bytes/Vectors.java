package vail.sim.bytes;

import java.util.Arrays;
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
    Store[] stores = new Store[schedule.dies()];
    Arrays.setAll(stores, die -> store(schedule, partition, die, new Range(0, partition.lanes())));
    return stores;
  }

  /** What a die holds at the start in some lanes. */
  default Store store(Schedule schedule, Partition partition, int die, Range lanes) {
    int pieces = schedule.algorithm().pieces();
    Store store = new Store(pieces * schedule.algorithm().vectors());
    Range input = schedule.collective().input(die, schedule.dies(), pieces);
    for (int piece = input.first(); piece < input.end(); piece++) {
      store.write(piece, piece(die, piece, partition, lanes));
    }
    return store;
  }

  private Chunk piece(int die, int piece, Partition partition, Range lanes) {
    int[] sizes = new int[lanes.count()];
    Arrays.setAll(sizes, lane -> Math.toIntExact(partition.bytes(piece, 1, lanes.first() + lane)));
    Shape shape = Shape.of(sizes.length, sizes);
    byte[] bytes = new byte[shape.bytes()];
    for (int lane = 0; lane < sizes.length; lane++) {
      long first = partition.start(piece, lanes.first() + lane);
      fill(die, first, bytes, shape.laneStart(lane), sizes[lane]);
    }
    return new Chunk(shape, bytes);
  }
}
