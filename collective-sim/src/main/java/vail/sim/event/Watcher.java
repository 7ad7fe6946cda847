package vail.sim.event;

/** Is told of all that happens in a run, in the order in which the simulator comes upon it. */
public interface Watcher {
  /** A unit of a die works on an operation from a picosecond to another. */
  void work(int die, int operation, int lane, long from, long to);

  /**
   * A link carries a message from a picosecond to another.
   *
   * @param link by number, see {@link Outcome}
   * @param die that the message is for
   * @param receive the RECV that it is for
   */
  void carry(int link, int die, int receive, int lane, long from, long to);
}
