package vail.backend;

/** What a provider found on this machine. */
public sealed interface Probe {
  /**
   * It can be used.
   *
   * @param backend open; the caller closes it
   */
  record Ready(Backend backend) implements Probe {}

  /**
   * It cannot be used here.
   *
   * @param reason completes the sentence "absent, because …", with what to install if that helps;
   *     speaks of "this processor" where only another one would
   */
  record Absent(String reason) implements Probe {}
}
