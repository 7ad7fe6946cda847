package vail.sim.event;

/**
 * Is told what units and links do, in the order in which the run decides it: the same in every run
 * of a job. Times of one unit or link never go back.
 */
public interface Recorder {
  /**
   * A unit of a die works.
   *
   * @param die whose unit it is
   * @param operation of the die's program
   * @param lane of the operation
   * @param unit counted from 0 among those of the operation's kind
   * @param ready when the work could have begun, in picoseconds
   * @param start when it begins
   * @param end when it ends
   */
  record Work(int die, int operation, int lane, int unit, long ready, long start, long end) {}

  /**
   * A link carries a message from one node to the next.
   *
   * @param link numbered as in {@link Outcome}
   * @param from the die that sent it first
   * @param send its operation there
   * @param to the die that it is for
   * @param lane of the operation
   * @param ready when it was here, in picoseconds
   * @param start when its first byte leaves
   * @param end when its last byte has left; it is at the other end a latency later
   */
  record Transfer(
      int link, int from, int send, int to, int lane, long ready, long start, long end) {}

  /** Takes note of work. */
  void worked(Work work);

  /** Takes note of a message. */
  void carried(Transfer transfer);
}
