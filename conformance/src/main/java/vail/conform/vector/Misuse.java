package vail.conform.vector;

import java.util.List;

/**
 * A call of the C interface that is wrong, or at the edge of wrong. Nothing outside the room of
 * blocks that went well may change, and no canary around any buffer.
 *
 * @param call the call
 * @param returns what it returns: 0 or the number of a fault
 * @param outcomes what it says of each block of the batch; empty where it has none or returns a
 *     fault
 */
public record Misuse(AbiCall call, int returns, List<Outcome> outcomes) implements Body {
  /**
   * {@code vail_block_t} after the call.
   *
   * @param fault 0 or its number
   * @param bytes written
   */
  public record Outcome(int fault, long bytes) {}

  /** Takes a copy. */
  public Misuse {
    outcomes = List.copyOf(outcomes);
  }
}
