package vail.cli.reproduce.grid;

import java.lang.foreign.MemorySegment;
import vail.tensor.TensorInfo;

/** Something done with each tensor of a recording. */
@FunctionalInterface
public interface TensorVisitor {
  /**
   * Looks at a tensor.
   *
   * @param tensor its name, type and shape
   * @param label what the recording says of it
   * @param values its bytes, valid until this returns
   */
  void visit(TensorInfo tensor, TensorLabel label, MemorySegment values);
}
