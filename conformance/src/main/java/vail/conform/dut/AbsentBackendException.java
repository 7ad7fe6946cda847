package vail.conform.dut;

/** A backend of this project that is to be judged cannot run on this machine. */
public final class AbsentBackendException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String backend;

  /**
   * A backend and why it is absent.
   *
   * @param reason completes "absent, because …"
   */
  public AbsentBackendException(String backend, String reason) {
    super(reason);
    this.backend = backend;
  }

  /** Its name. */
  public String backend() {
    return backend;
  }
}
