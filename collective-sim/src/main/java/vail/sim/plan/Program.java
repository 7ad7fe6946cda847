package vail.sim.plan;

import java.util.Arrays;

/**
 * The operations of one die and their order, as flat arrays: tens of thousands of dies fit a heap.
 *
 * <p>Operations are numbered from 0 in the order of the script. {@code next} lists what waits for
 * an operation; {@code needs} counts what an operation waits for within the die. A RECV also waits
 * for its message.
 */
public final class Program {
  /** The number of an operation that waits for one other or for none. */
  public static final int NO_JOIN = -1;

  /** What an operation meets that meets none. */
  static final int NO_MATE = -1;

  private final byte[] kinds;
  private final int[] peers;
  private final int[] mates;
  private final int[] firsts;
  private final int[] counts;
  private final int[] needs;
  private final int[] joins;
  private final int joinCount;
  private final int[] queues;
  private final int[] afters;
  private final int[] queueFirsts;
  private final int[] nextStarts;
  private final int[] next;

  Program(ProgramBuilder from) {
    kinds = from.kinds();
    peers = from.peers();
    mates = new int[kinds.length];
    Arrays.fill(mates, NO_MATE);
    firsts = from.firsts();
    counts = from.counts();
    needs = from.needs();
    joins = new int[kinds.length];
    joinCount = numberJoins();
    queues = from.queues().queueOf(kinds.length);
    afters = from.queues().after(kinds.length);
    queueFirsts = from.queues().firsts();
    nextStarts = from.nextStarts();
    next = from.next(nextStarts);
  }

  private int numberJoins() {
    int count = 0;
    for (int op = 0; op < kinds.length; op++) {
      joins[op] = needs[op] > 1 || kind(op) == OpKind.FENCE ? count++ : NO_JOIN;
    }
    return count;
  }

  /** Operations. */
  public int size() {
    return kinds.length;
  }

  /** What an operation does. */
  public OpKind kind(int op) {
    return OpKind.of(kinds[op]);
  }

  /** The other die of a SEND, FORWARD or RECV, and of the HISTOGRAM, TREE and ENCODE before one. */
  public int peer(int op) {
    return peers[op];
  }

  /** The operation at the other die that a SEND, FORWARD or RECV meets. */
  public int mate(int op) {
    return mates[op];
  }

  /** First piece; of a COPY the first written. */
  public int first(int op) {
    return firsts[op];
  }

  /** Pieces. */
  public int count(int op) {
    return counts[op];
  }

  /** How many operations of this die must end before it. */
  public int needs(int op) {
    return needs[op];
  }

  /** Counts the operations that must be waited for by counting, or {@link #NO_JOIN}. */
  public int join(int op) {
    return joins[op];
  }

  /** Operations that have such a number. */
  public int joins() {
    return joinCount;
  }

  /**
   * Where in {@link #next(int)} the operations that wait for this one begin; they end where those
   * of the next do.
   */
  public int nextStart(int op) {
    return nextStarts[op];
  }

  /** An operation that waits. */
  public int next(int index) {
    return next[index];
  }

  /** Queues of sends: one for each peer and channel. */
  public int queues() {
    return queueFirsts.length;
  }

  /** The first send of a queue. */
  public int queueFirst(int queue) {
    return queueFirsts[queue];
  }

  /** The queue that a SEND or FORWARD stands in. */
  public int queue(int op) {
    return queues[op];
  }

  /** The SEND or FORWARD behind one in its queue; less than 0 behind the last. */
  public int after(int op) {
    return afters[op];
  }

  /** The RECV whose values a DECODE or REDUCE takes; a RECV is its own. */
  public int source(int op) {
    int at = op;
    while (kind(at) != OpKind.RECV) {
      at--;
    }
    return at;
  }

  /** Whether what has been received or decoded is kept as it is, and not decoded or added first. */
  public boolean keeps(int op) {
    OpKind kind = kind(op);
    if (kind != OpKind.RECV && kind != OpKind.DECODE) {
      return false;
    }
    OpKind after = op + 1 < kinds.length ? kind(op + 1) : OpKind.FENCE;
    return after != OpKind.REDUCE && !(kind == OpKind.RECV && after == OpKind.DECODE);
  }

  void meet(int op, int mate) {
    mates[op] = mate;
  }
}
