package vail.bridge.board;

import java.time.Duration;
import vail.testing.Absence;

/** Boards for tests. */
final class Boards {
  /** What a device that never answers costs a test. */
  static final Kernel.Patience SHORT = new Kernel.Patience(4, Duration.ofMillis(5));

  /** The least memory that the driver takes. */
  static final int LEAST_BYTES = 512 << 10;

  private Boards() {}

  /**
   * The simulated kernel.
   *
   * @param where as users type it behind {@code board:sim:}
   * @throws RuntimeException its {@link Absence}
   */
  static SimulatedBoard simulated(String where) {
    return simulated(where, 4 << 20);
  }

  /** The same with so much memory. */
  static SimulatedBoard simulated(String where, int bytes) {
    try {
      return new SimulatedKind().open(where, bytes);
    } catch (AbsentBoardException e) {
      throw Absence.of("board:sim", String.valueOf(e.getMessage()));
    }
  }

  /** A backend on a board from which no trouble is expected. */
  static FpgaBackend backend(BoardTransport board) {
    try {
      return new FpgaBackend(
          board,
          Kernel.Patience.USUAL,
          trouble -> {
            throw new AssertionError("the board failed", trouble);
          });
    } catch (BoardTroubleException e) {
      throw new AssertionError("the board is refused", e);
    }
  }
}
