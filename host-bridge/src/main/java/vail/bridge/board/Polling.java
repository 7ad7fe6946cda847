package vail.bridge.board;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waiting without an interrupt: looks from time to time, which costs less where runs are short. */
final class Polling {
  private static final long FIRST_PAUSE = 2_000;
  private static final long LONGEST_PAUSE = 500_000;
  private static final int IDLE = 4;

  private Polling() {}

  /** Returns when the kernel is idle, or after so long. */
  static void untilIdle(BoardTransport board, Duration most) throws IOException {
    long start = System.nanoTime();
    long pause = FIRST_PAUSE;
    while ((board.readRegister(Registers.CONTROL) & IDLE) == 0
        && System.nanoTime() - start < most.toNanos()) {
      LockSupport.parkNanos(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
  }
}
