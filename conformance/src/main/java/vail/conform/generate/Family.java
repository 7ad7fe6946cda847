package vail.conform.generate;

import java.util.List;
import java.util.stream.IntStream;
import vail.conform.vector.Vector;

/** Vectors of one make, numbered from 0; each can be made without the others. */
interface Family {
  /** How many there are. */
  int size();

  /** One of them. */
  Vector vector(int index);

  /** All of them, in order; threads share the work. */
  default List<Vector> all() {
    return IntStream.range(0, size()).parallel().mapToObj(this::vector).toList();
  }
}
