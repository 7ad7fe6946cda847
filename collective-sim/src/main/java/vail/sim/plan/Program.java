package vail.sim.plan;

import java.util.Arrays;
import java.util.concurrent.ConcurrentMap;

/**
 * The operations of one die and their order, in rows of numbers. Most dies do the same with other
 * peers and other pieces, so what is the same is kept once: tens of thousands of dies fit a heap,
 * and what all of them look at stays in a processor's cache.
 *
 * <p>Operations are numbered from 0 in the order of the script. Each names what waits for it; a
 * RECV also waits for its message.
 */
public final class Program {
  /** The number of an operation that waits for one other or for none. */
  public static final int NO_JOIN = -1;

  /** What an operation meets that meets none. */
  static final int NO_MATE = -1;

  private static final int WIDTH = 6;
  private static final int MATE = 1;
  private static final int COUNT = 2;
  private static final int QUEUE = 3;
  private static final int AFTER = 4;
  private static final int NEXT = 5;

  private static final int OWN_WIDTH = 2;
  private static final int FIRST = 1;

  // The first number holds the kind, whether nothing is waited for, and the join, counted from 1.
  private static final int KIND_MASK = 15;
  private static final int START = 16;
  private static final int JOIN_SHIFT = 5;

  // The last number is the only operation that waits, or NOBODY, or below that a place in the
  // lists.
  private static final int NOBODY = -1;
  private static final int LISTS = -2;

  private final Form form;
  private final int[] rows;
  private final int[] own;

  /** What the programs of many dies have in common: all but peers and pieces. */
  private record Form(int[] rows, int[] lists, int[] joinNeeds, int[] queueFirsts) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Form form
          && Arrays.equals(rows, form.rows)
          && Arrays.equals(lists, form.lists)
          && Arrays.equals(joinNeeds, form.joinNeeds)
          && Arrays.equals(queueFirsts, form.queueFirsts);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(rows);
    }
  }

  private Program(Form form, int[] own) {
    this.form = form;
    this.own = own;
    rows = form.rows;
  }

  /** What a builder has collected. */
  static Program of(ProgramBuilder from) {
    Program program = new Program(form(from), new int[from.size() * OWN_WIDTH]);
    for (int op = 0; op < from.size(); op++) {
      program.own[op * OWN_WIDTH] = from.peer(op);
      program.own[op * OWN_WIDTH + FIRST] = from.pieces(op).first();
    }
    from.eachEdge(program::addNext);
    return program;
  }

  private static Form form(ProgramBuilder from) {
    int[] rows = new int[from.size() * WIDTH];
    int[] needs = new int[from.size()];
    int joins = 0;
    for (int op = 0; op < from.size(); op++) {
      int count = from.needs(op);
      boolean joined = count > 1 || from.kind(op) == OpKind.FENCE;
      needs[joined ? joins++ : op] = joined ? count : 0;
      fill(rows, from, op, (count == 0 ? START : 0) | (joined ? joins << JOIN_SHIFT : 0));
    }
    int room = linkLists(rows, from);
    return new Form(rows, new int[room], Arrays.copyOf(needs, joins), from.queues().firsts());
  }

  private static void fill(int[] rows, ProgramBuilder from, int op, int waits) {
    int row = op * WIDTH;
    rows[row] = from.kind(op).code() | waits;
    rows[row + MATE] = NO_MATE;
    rows[row + COUNT] = from.pieces(op).count();
    if (from.kind(op).sends()) {
      rows[row + QUEUE] = from.queues().queueOf(op);
      rows[row + AFTER] = from.queues().after(op);
    }
    rows[row + NEXT] = NOBODY;
  }

  /** Gives a list to each operation that several wait for; returns the room of all lists. */
  private static int linkLists(int[] rows, ProgramBuilder from) {
    int[] counts = new int[from.size()];
    from.eachEdge((before, _) -> counts[before]++);
    int room = 0;
    for (int op = 0; op < counts.length; op++) {
      if (counts[op] > 1) {
        rows[op * WIDTH + NEXT] = LISTS - room;
        room += counts[op] + 1;
      }
    }
    return room;
  }

  /** Writes down who waits, in the order of the script. */
  private void addNext(int before, int after) {
    int next = rows[before * WIDTH + NEXT];
    if (next == NOBODY) {
      rows[before * WIDTH + NEXT] = after;
    } else {
      int list = LISTS - next;
      form.lists[list + ++form.lists[list]] = after;
    }
  }

  /** The same once it has met all others; what is known of other dies is not kept again. */
  Program shared(ConcurrentMap<Object, Object> known) {
    return known.putIfAbsent(form, form) instanceof Form same ? new Program(same, own) : this;
  }

  /** Operations. */
  public int size() {
    return rows.length / WIDTH;
  }

  /** What an operation does. */
  public OpKind kind(int op) {
    return OpKind.of((byte) (rows[op * WIDTH] & KIND_MASK));
  }

  /**
   * The other die of a SEND, FORWARD or RECV, and of the HISTOGRAM, TREE and ENCODE before one; of
   * a COPY or ADD the first piece read.
   */
  public int peer(int op) {
    return own[op * OWN_WIDTH];
  }

  /** The operation at the other die that a SEND, FORWARD or RECV meets. */
  public int mate(int op) {
    return rows[op * WIDTH + MATE];
  }

  /** First piece; of a COPY or ADD the first written. */
  public int first(int op) {
    return own[op * OWN_WIDTH + FIRST];
  }

  /** Pieces. */
  public int count(int op) {
    return rows[op * WIDTH + COUNT];
  }

  /** Whether an operation waits for nothing in its die. */
  public boolean starts(int op) {
    return (rows[op * WIDTH] & START) != 0;
  }

  /** Counts the operations that must be waited for by counting, or {@link #NO_JOIN}. */
  public int join(int op) {
    return (rows[op * WIDTH] >>> JOIN_SHIFT) - 1;
  }

  /** Operations that have such a number. */
  public int joins() {
    return form.joinNeeds.length;
  }

  /** How many operations must end before a join. */
  public int joinNeeds(int join) {
    return form.joinNeeds[join];
  }

  /** How many operations wait for one. */
  public int nextCount(int op) {
    int next = rows[op * WIDTH + NEXT];
    if (next >= NOBODY) {
      return next == NOBODY ? 0 : 1;
    }
    return form.lists[LISTS - next];
  }

  /** One of them. */
  public int next(int op, int index) {
    int next = rows[op * WIDTH + NEXT];
    return next >= 0 ? next : form.lists[LISTS - next + 1 + index];
  }

  /** Queues of sends: one for each peer and channel. */
  public int queues() {
    return form.queueFirsts.length;
  }

  /** The first send of a queue. */
  public int queueFirst(int queue) {
    return form.queueFirsts[queue];
  }

  /** The queue that a SEND or FORWARD stands in. */
  public int queue(int op) {
    return rows[op * WIDTH + QUEUE];
  }

  /** The SEND or FORWARD behind one in its queue; less than 0 behind the last. */
  public int after(int op) {
    return rows[op * WIDTH + AFTER];
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

  void meet(int op, int mate) {
    rows[op * WIDTH + MATE] = mate;
  }
}
