package vail.cli.container;

import vail.backend.Cycles;

/**
 * One direction through a device.
 *
 * @param cycles what its circuits counted
 * @param symbols bytes before or after coding
 * @param deviceSeconds in calls of the device
 * @param seconds of the whole direction: reading, splitting and writing besides
 */
record Offloading(Cycles cycles, long symbols, double deviceSeconds, double seconds) {
  /** Symbols a clock cycle, a byte each. */
  double bytesPerCycle() {
    return cycles.total() == 0 ? 0 : (double) symbols / cycles.total();
  }

  /** A share of the cycles in which blocks were under way. */
  double share(long of) {
    return cycles.total() == 0 ? 0 : (double) of / cycles.total();
  }

  /** Cycles in which the circuit neither waited for input nor for a taker of its output. */
  long working() {
    return cycles.total() - cycles.starved() - cycles.blocked();
  }
}
