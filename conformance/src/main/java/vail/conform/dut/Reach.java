package vail.conform.dut;

/** Where the judge may connect to. */
public enum Reach {
  /** This machine. */
  LOOPBACK,
  /** Any machine. */
  REMOTE
}
