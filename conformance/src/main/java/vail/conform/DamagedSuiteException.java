package vail.conform;

/** The vectors are not those that the manifest lists: nothing can be judged by them. */
public final class DamagedSuiteException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with them. */
  public DamagedSuiteException(Throwable cause) {
    super("the vectors are damaged: " + cause.getMessage(), cause);
  }
}
