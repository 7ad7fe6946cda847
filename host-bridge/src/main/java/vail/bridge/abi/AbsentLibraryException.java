package vail.bridge.abi;

/** A library cannot be used here; the message completes the sentence "absent, because …". */
public final class AbsentLibraryException extends Exception {
  AbsentLibraryException(String reason) {
    super(reason);
  }
}
