package vail.backend;

/** A backend on a device that has a clock of its own and tells what it spends its time on. */
public interface TimedBackend extends Backend {
  /** What its device has spent time on since it was opened. */
  Timings timings();
}
