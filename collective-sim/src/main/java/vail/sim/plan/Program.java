package vail.sim.plan;

import java.util.concurrent.ConcurrentMap;

/**
 * The operations of one die and their order. Most dies do the same with other peers and other
 * pieces, so what is the same is kept once: tens of thousands of dies fit a heap, and what all of
 * them look at stays in a processor's cache.
 *
 * <p>Operations are numbered from 0 in the order of the script. Each names what waits for it; a
 * RECV also waits for its message.
 */
public final class Program {
  /** The number of an operation that waits for one other or for none. */
  public static final int NO_JOIN = -1;

  private static final int WIDTH = 2;
  private static final int FIRST = 1;

  private final Form form;
  private final int[] own;

  private Program(Form form, int[] own) {
    this.form = form;
    this.own = own;
  }

  /** What a builder has collected; what is known of other dies is not kept again. */
  static Program of(ProgramBuilder from, ConcurrentMap<Form, Form> known) {
    int[] own = new int[from.size() * WIDTH];
    for (int op = 0; op < from.size(); op++) {
      own[op * WIDTH] = from.peer(op);
      own[op * WIDTH + FIRST] = from.pieces(op).first();
    }
    Form form = new Form(from);
    return new Program(known.computeIfAbsent(form, _ -> form), own);
  }

  /** The same with what its operations meet; this, too, is not kept again. */
  Program met(int[] mates, ConcurrentMap<Met, Form> known) {
    return new Program(known.computeIfAbsent(new Met(form, mates), Met::together), own);
  }

  /** The same for a die that has no other. */
  Program toItself() {
    int[] places = own.clone();
    for (int op = 0; op < size(); op++) {
      if (kind(op) != OpKind.COPY && kind(op) != OpKind.ADD) {
        places[op * WIDTH] = 0;
      }
    }
    return new Program(form, places);
  }

  /** Operations. */
  public int size() {
    return form.size();
  }

  /** What an operation does. */
  public OpKind kind(int op) {
    return form.kind(op);
  }

  /**
   * The other die of a SEND, FORWARD or RECV, and of the HISTOGRAM, TREE and ENCODE before one; of
   * a COPY or ADD the first piece read.
   */
  public int peer(int op) {
    return own[op * WIDTH];
  }

  /** The operation at the other die that a SEND, FORWARD or RECV meets. */
  public int mate(int op) {
    return form.mate(op);
  }

  /** First piece; of a COPY or ADD the first written. */
  public int first(int op) {
    return own[op * WIDTH + FIRST];
  }

  /** Pieces. */
  public int count(int op) {
    return form.count(op);
  }

  /** How many operations wait for nothing, neither in their die nor for a message. */
  public int startCount() {
    return form.startCount();
  }

  /** One of them, in the order of the script. */
  public int start(int index) {
    return form.start(index);
  }

  /** Counts the operations that must be waited for by counting, or {@link #NO_JOIN}. */
  public int join(int op) {
    return form.join(op);
  }

  /** Operations that have such a number. */
  public int joins() {
    return form.joins();
  }

  /** How many operations must end before a join. */
  public int joinNeeds(int join) {
    return form.joinNeeds(join);
  }

  /** How many operations wait for one. */
  public int nextCount(int op) {
    return form.nextCount(op);
  }

  /** One of them. */
  public int next(int op, int index) {
    return form.next(op, index);
  }

  /** Queues of sends: one for each peer and channel. */
  public int queues() {
    return form.queues();
  }

  /** The first send of a queue. */
  public int queueFirst(int queue) {
    return form.queueFirst(queue);
  }

  /** The queue that a SEND or FORWARD stands in. */
  public int queue(int op) {
    return form.queue(op);
  }

  /** The SEND or FORWARD behind one in its queue; less than 0 behind the last. */
  public int after(int op) {
    return form.after(op);
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
    OpKind after = op + 1 < size() ? kind(op + 1) : OpKind.FENCE;
    return after != OpKind.REDUCE && !(kind == OpKind.RECV && after == OpKind.DECODE);
  }
}
