package vail.cli;

/** Arguments that are well-formed one by one but do not fit each other or the input. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the option at fault and what is accepted. */
  public UsageException(String message) {
    super(message);
  }

  /** The same, found out by something else. */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
