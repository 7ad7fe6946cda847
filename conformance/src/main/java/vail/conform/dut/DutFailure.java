package vail.conform.dut;

/** The implementation did not answer as the protocol says. */
public final class DutFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final Ending ending;

  /** How an answer stayed out. */
  public enum Ending {
    /** It died of a signal, or with an exit status that is not 0. */
    CRASH,
    /** It left with status 0, or closed the connection, instead of answering. */
    EXITED,
    /** It did not answer in time. */
    TIMEOUT,
    /** What it said is not a message of the protocol. */
    PROTOCOL_ERROR
  }

  /**
   * A failure.
   *
   * @param ending its kind
   * @param message what was seen, with the implementation's last words
   */
  public DutFailure(Ending ending, String message) {
    super(message);
    this.ending = ending;
  }

  /** Its kind. */
  public Ending ending() {
    return ending;
  }
}
