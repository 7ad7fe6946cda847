package vail.sim.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the programs of many dies have in common: all but peers and pieces. Each operation is a row
 * of numbers in one array, so that a visit is one look.
 */
final class Form {
  private static final int WIDTH = 6;
  private static final int MATE = 1;
  private static final int COUNT = 2;
  private static final int QUEUE = 3;
  private static final int AFTER = 4;
  private static final int NEXT = 5;

  // The first number holds the kind and the join, counted from 1.
  private static final int KIND_MASK = 15;
  private static final int JOIN_SHIFT = 4;

  // The last number is the only operation that waits, or NOBODY, or below that a place in the
  // lists.
  private static final int NOBODY = -1;
  private static final int LISTS = -2;

  private final int[] rows;
  private final int[] lists;
  private final int[] starts;
  private final int[] joinNeeds;
  private final int[] queueFirsts;

  Form(ProgramBuilder from) {
    rows = new int[from.size() * WIDTH];
    int[] needs = new int[from.size()];
    int joins = 0;
    for (int op = 0; op < from.size(); op++) {
      int count = from.needs(op);
      boolean joined = count > 1 || from.kind(op) == OpKind.FENCE;
      needs[joined ? joins++ : op] = joined ? count : 0;
      fill(from, op, joined ? joins : 0);
    }
    joinNeeds = Arrays.copyOf(needs, joins);
    starts = starts(from);
    queueFirsts = from.queues().firsts();
    lists = new int[linkLists(from)];
    from.eachEdge(this::addNext);
  }

  private Form(Form form, int[] rows) {
    this.rows = rows;
    lists = form.lists;
    starts = form.starts;
    joinNeeds = form.joinNeeds;
    queueFirsts = form.queueFirsts;
  }

  /** The same with the operation of another die that each meets, less than 0 for none. */
  Form with(int[] mates) {
    int[] met = rows.clone();
    for (int op = 0; op < size(); op++) {
      met[op * WIDTH + MATE] = mates[op];
    }
    return new Form(this, met);
  }

  private void fill(ProgramBuilder from, int op, int join) {
    int row = op * WIDTH;
    rows[row] = from.kind(op).code() | join << JOIN_SHIFT;
    rows[row + COUNT] = from.pieces(op).count();
    if (from.kind(op).sends()) {
      rows[row + QUEUE] = from.queues().queueOf(op);
      rows[row + AFTER] = from.queues().after(op);
    }
    rows[row + NEXT] = NOBODY;
  }

  private static int[] starts(ProgramBuilder from) {
    return IntStream.range(0, from.size())
        .filter(op -> from.needs(op) == 0 && from.kind(op) != OpKind.RECV)
        .toArray();
  }

  /** Gives a list to each operation that several wait for; returns the room of all lists. */
  private int linkLists(ProgramBuilder from) {
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
      lists[list + ++lists[list]] = after;
    }
  }

  int size() {
    return rows.length / WIDTH;
  }

  OpKind kind(int op) {
    return OpKind.of((byte) (rows[op * WIDTH] & KIND_MASK));
  }

  int mate(int op) {
    return rows[op * WIDTH + MATE];
  }

  int count(int op) {
    return rows[op * WIDTH + COUNT];
  }

  int startCount() {
    return starts.length;
  }

  int start(int index) {
    return starts[index];
  }

  int join(int op) {
    return (rows[op * WIDTH] >>> JOIN_SHIFT) - 1;
  }

  int joins() {
    return joinNeeds.length;
  }

  int joinNeeds(int join) {
    return joinNeeds[join];
  }

  int nextCount(int op) {
    int next = rows[op * WIDTH + NEXT];
    if (next >= NOBODY) {
      return next == NOBODY ? 0 : 1;
    }
    return lists[LISTS - next];
  }

  int next(int op, int index) {
    int next = rows[op * WIDTH + NEXT];
    return next >= 0 ? next : lists[LISTS - next + 1 + index];
  }

  int queues() {
    return queueFirsts.length;
  }

  int queueFirst(int queue) {
    return queueFirsts[queue];
  }

  int queue(int op) {
    return rows[op * WIDTH + QUEUE];
  }

  int after(int op) {
    return rows[op * WIDTH + AFTER];
  }

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
