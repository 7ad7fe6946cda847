package vail.cli;

/** The exit codes that scripts may depend on. */
public enum Exit {
  /** Done. */
  DONE(0),
  /** A check failed: a mismatch, a missed threshold. */
  CHECK_FAILED(1),
  /** The command line is wrong. */
  USAGE(2),
  /** An input breaks a rule of its format. */
  BAD_INPUT(3),
  /** What was asked for is absent on this machine. */
  ABSENT(4),
  /** Reading or writing failed. */
  IO(5);

  private final int code;

  Exit(int code) {
    this.code = code;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }
}
