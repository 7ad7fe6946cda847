package vail.sim.link;

/** Does things later, on the context of the caller. */
@FunctionalInterface
public interface Timer {
  /** Does it when so much time has passed. */
  void after(long nanos, Runnable task);
}
