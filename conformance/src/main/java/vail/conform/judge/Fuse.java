package vail.conform.judge;

import java.util.Optional;

/** Ends a run that can tell nothing more: nobody waits hours for an implementation that hangs. */
final class Fuse {
  private static final int CRASHES_IN_A_ROW = 20;
  private static final int TIMEOUTS = 8;

  private int crashes;
  private int timeouts;

  /** Takes note of how a vector ended. */
  void note(State state) {
    boolean died = state == State.CRASH || state == State.EXITED || state == State.PROTOCOL_ERROR;
    crashes = died ? crashes + 1 : 0;
    timeouts += state == State.TIMEOUT ? 1 : 0;
  }

  /** Why the run has to stop, if it has to. */
  Optional<String> blown() {
    if (crashes >= CRASHES_IN_A_ROW) {
      return Optional.of(CRASHES_IN_A_ROW + " times in a row it did not survive a request");
    }
    return timeouts >= TIMEOUTS
        ? Optional.of(TIMEOUTS + " times it did not answer in time")
        : Optional.empty();
  }
}
