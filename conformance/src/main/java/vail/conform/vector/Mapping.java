package vail.conform.vector;

import java.util.List;
import vail.tensor.SymbolSplit;

/**
 * Elements of a tensor and the planes they become (B-02 to B-04); the planes must also become the
 * elements again.
 *
 * @param split how elements are taken apart
 * @param tensor bytes of the elements
 * @param planes bytes of each plane, plane 0 first
 */
public record Mapping(SymbolSplit split, Data tensor, List<Data> planes) implements Body {
  /** Takes a copy. */
  public Mapping {
    planes = List.copyOf(planes);
    if (planes.size() != split.planes()) {
      throw new IllegalArgumentException(split + " gives " + split.planes() + " planes");
    }
  }
}
