package vail.conform.planted;

import vail.fault.Fault;

/** A request that is answered with a fault. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Fault fault;

  RefusedException(Fault fault) {
    super(fault.name());
    this.fault = fault;
  }

  Fault fault() {
    return fault;
  }

  /** Refuses where something is wrong. */
  static void when(boolean wrong, Fault fault) throws RefusedException {
    if (wrong) {
      throw new RefusedException(fault);
    }
  }
}
