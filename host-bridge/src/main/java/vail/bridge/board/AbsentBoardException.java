package vail.bridge.board;

/** A board cannot be used here; the message completes the sentence "absent, because …". */
public final class AbsentBoardException extends Exception {
  /** With what is missing, and what helps. */
  public AbsentBoardException(String reason) {
    super(reason);
  }
}
