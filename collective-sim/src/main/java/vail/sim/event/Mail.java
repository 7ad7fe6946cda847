package vail.sim.event;

import java.util.Arrays;

/** Brings events to the nodes of one thread, and knows when the next is due. */
final class Mail {
  private static final int BLOCK_BITS = 6;

  private final Run run;
  private final int from;
  private final int to;
  private final int perShard;
  private final Outbox[] others;
  private final long[] firsts;
  private final long[] due;

  /**
   * Mail of a thread.
   *
   * @param run what is run
   * @param shard which of the threads
   * @param perShard nodes of each thread
   * @param shards threads
   */
  Mail(Run run, int shard, int perShard, int shards) {
    this.run = run;
    int nodes = run.wiring.nodes();
    this.perShard = perShard;
    from = Math.min(nodes, shard * perShard);
    to = Math.min(nodes, from + perShard);
    others = new Outbox[shards];
    Arrays.setAll(others, _ -> new Outbox());
    firsts = new long[to - from];
    Arrays.fill(firsts, EventQueues.NEVER);
    due = new long[((to - from) >> BLOCK_BITS) + 1];
    Arrays.fill(due, EventQueues.NEVER);
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /**
   * Sends a message over a link, to whichever thread has its end.
   *
   * @param link to send over
   * @param time when its first byte is there if it is cut through, else its last
   * @param label of the operation it is for
   * @param tail when its last byte is there
   */
  void post(int link, long time, long label, long tail) {
    int node = run.wiring.neighbour(link);
    if (node >= from && node < to) {
      arrive(link, time, label, tail);
    } else {
      others[node / perShard].add(link, time, label, tail);
    }
  }

  /** Lets a message come out of a link. */
  void arrive(int link, long time, long label, long tail) {
    int node = run.wiring.neighbour(link);
    int source = run.sources.ofLink(link);
    if (run.cutsThrough && run.labels.die(label) != node) {
      run.queues.addTail(source, tail);
    }
    note(node, source, time, label);
  }

  /** Lets a unit of a die end an operation. */
  void end(int die, int unit, long time, long label) {
    note(die, run.sources.ofUnit(die, unit), time, label);
  }

  private void note(int node, int source, long time, long label) {
    if (!run.queues.add(node, source, time, label)) {
      return;
    }
    int place = node - from;
    if (time < firsts[place]) {
      firsts[place] = time;
      due[place >> BLOCK_BITS] = Math.min(due[place >> BLOCK_BITS], time);
    }
  }

  /** What this thread has for another. */
  Outbox outbox(int shard) {
    return others[shard];
  }

  /** When the next event of any node is due, or NEVER. */
  long due() {
    long first = EventQueues.NEVER;
    for (long time : due) {
      first = Math.min(first, time);
    }
    return first;
  }

  /** Lets a thread run all nodes with events before a time. */
  void run(Shard shard, long horizon) {
    for (int block = 0; block < due.length; block++) {
      if (due[block] < horizon) {
        due[block] = run(shard, block, horizon);
      }
    }
  }

  private long run(Shard shard, int block, long horizon) {
    int first = block << BLOCK_BITS;
    int end = Math.min(firsts.length, first + (1 << BLOCK_BITS));
    for (int place = first; place < end; place++) {
      if (firsts[place] < horizon) {
        firsts[place] = shard.run(from + place, horizon);
      }
    }
    long next = EventQueues.NEVER;
    for (int place = first; place < end; place++) {
      next = Math.min(next, firsts[place]);
    }
    return next;
  }
}
