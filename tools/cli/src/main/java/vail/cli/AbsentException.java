package vail.cli;

/** What was asked for is not there on this machine. */
public final class AbsentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A thing and why it is absent.
   *
   * @param what e.g. {@code backend opencl}
   * @param reason completes "absent, because …"
   */
  public AbsentException(String what, String reason) {
    super(what + ": absent, because " + reason);
  }
}
