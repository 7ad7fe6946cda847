package vail.tensor;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * Where the tensors of a file lie. Bytes between, before and after them belong to nobody and are
 * kept as they are.
 *
 * @param kind what the file was recognised as
 * @param tensors by their place in the file; they do not overlap
 * @param rest type of all bytes from the last tensor on, if the caller named one for the whole file
 */
public record FileLayout(FileKind kind, List<TensorInfo> tensors, Optional<ElementType> rest) {
  private static final Comparator<TensorInfo> BY_PLACE =
      Comparator.comparingLong(TensorInfo::start)
          .thenComparingLong(TensorInfo::bytes)
          .thenComparing(TensorInfo::name);

  /**
   * Puts the tensors in the order of their bytes.
   *
   * @throws VailFormatException BAD_FIELD at the first byte that two tensors claim
   */
  public FileLayout {
    tensors = tensors.stream().sorted(BY_PLACE).toList();
    long end = 0;
    for (TensorInfo tensor : tensors) {
      if (tensor.start() < end) {
        throw new VailFormatException(
            Fault.BAD_FIELD, tensor.start(), "tensor '" + tensor.name() + "' overlaps another");
      }
      end = tensor.end();
    }
  }

  /** A file without tensors. */
  public static FileLayout opaque() {
    return new FileLayout(FileKind.OPAQUE, List.of(), Optional.empty());
  }

  /** First byte after the last tensor. */
  public long end() {
    return tensors.isEmpty() ? 0 : tensors.getLast().end();
  }
}
