package vail.cli.reproduce.grid;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The tensors of one moment of a training.
 *
 * @param folder its files lie in
 * @param step of the training, if known
 * @param text what the batch was taken from; empty if not known
 * @param tensors sharded, once for each way of making symbols of them
 * @param leftOut what was not counted and why, one sentence each
 */
public record Recording(
    Path folder,
    OptionalLong step,
    String text,
    List<ShardedTensor> tensors,
    List<String> leftOut) {
  /** Takes copies of the lists. */
  public Recording {
    tensors = List.copyOf(tensors);
    leftOut = List.copyOf(leftOut);
  }

  /** The name of its folder. */
  public String name() {
    return folder.getFileName().toString();
  }
}
