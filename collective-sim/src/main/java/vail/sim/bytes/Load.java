package vail.sim.bytes;

import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;
import vail.tensor.ElementType;

/**
 * What is moved, and how.
 *
 * @param schedule what the dies do
 * @param partition of each vector into lanes and pieces
 * @param type of elements
 * @param vectors the elements that dies begin with
 */
public record Load(Schedule schedule, Partition partition, ElementType type, Vectors vectors) {
  /** Rejects a type that nobody adds, or that has another size than the partition says. */
  public Load {
    if (Arithmetic.of(type).isEmpty()) {
      throw new IllegalArgumentException("elements of type " + type + " are not added");
    }
    if (type.bits() != partition.elementBytes() * Byte.SIZE) {
      throw new IllegalArgumentException(
          "elements of type " + type + " have not " + partition.elementBytes() + " bytes");
    }
  }

  Arithmetic arithmetic() {
    return Arithmetic.of(type).orElseThrow();
  }

  /** What the dies hold at the start. */
  Store[] stores() {
    return vectors.stores(schedule, partition);
  }
}
