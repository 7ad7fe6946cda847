package vail.tensor;

import java.util.List;
import java.util.Optional;
import vail.fault.Limits;

/**
 * A file of elements without a header. Its length need not be known, nor be a multiple of the
 * element's size.
 *
 * @param type type of the elements
 */
public record RawFile(ElementType type) implements TensorFile {
  /** A file of raw elements cannot be told from others. */
  @Override
  public boolean claims(Prefix prefix) {
    return false;
  }

  @Override
  public FileLayout read(Prefix prefix, Limits limits) {
    return new FileLayout(FileKind.RAW, List.of(), Optional.of(type));
  }
}
