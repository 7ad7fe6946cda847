package vail.bench.measure;

/** A codec does not restore what it was given; nothing of it is worth timing. */
final class WrongException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WrongException(String message) {
    super(message);
  }
}
