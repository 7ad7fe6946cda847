package vail.bridge.board;

/** A device failed its driver. */
final class BoardTroubleException extends Exception {
  private final Trouble trouble;

  BoardTroubleException(Trouble trouble, String detail) {
    super(detail.isEmpty() ? trouble.words() : trouble.words() + ": " + detail);
    this.trouble = trouble;
  }

  Trouble trouble() {
    return trouble;
  }
}
