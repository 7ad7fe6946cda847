package vail.sim.link;

/** Is told how links fare, on the threads of their nodes; must return at once. */
public interface LinkWatch {
  /** So many bytes are now on a link that have not been acknowledged. */
  default void onTheWay(int link, long bytes) {}

  /** A link went on after a loss. */
  default void recovered(Recovery recovery) {}
}
