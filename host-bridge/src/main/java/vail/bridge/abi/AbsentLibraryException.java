package vail.bridge.abi;

/** A library cannot be used here; the message completes the sentence "absent, because …". */
public final class AbsentLibraryException extends Exception {
  /** With the end of that sentence. */
  public AbsentLibraryException(String reason) {
    super(reason);
  }
}
