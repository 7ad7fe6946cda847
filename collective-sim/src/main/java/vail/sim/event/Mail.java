package vail.sim.event;

import java.util.Arrays;

/** Brings events to the nodes of one thread, and knows when the next is due. */
final class Mail {
  private static final int BLOCK_BITS = 6;

  private final EventQueue[] queues;
  private final int from;
  private final int to;
  private final int perShard;
  private final Outbox[] others;
  private final long[] due;

  /**
   * Mail of a thread.
   *
   * @param queues of all nodes
   * @param shard which of the threads
   * @param perShard nodes of each thread
   * @param shards threads
   */
  Mail(EventQueue[] queues, int shard, int perShard, int shards) {
    this.queues = queues;
    this.perShard = perShard;
    from = Math.min(queues.length, shard * perShard);
    to = Math.min(queues.length, from + perShard);
    others = new Outbox[shards];
    Arrays.setAll(others, _ -> new Outbox());
    due = new long[((to - from) >> BLOCK_BITS) + 1];
    Arrays.fill(due, EventQueue.NEVER);
    for (int node = from; node < to; node++) {
      queues[node] = new EventQueue();
    }
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  void post(int node, long time, long major, long minor, long tail) {
    if (node >= from && node < to) {
      deliver(node, time, major, minor, tail);
    } else {
      others[node / perShard].add(node, time, major, minor, tail);
    }
  }

  void deliver(int node, long time, long major, long minor, long tail) {
    queues[node].add(time, major, minor, tail);
    int block = (node - from) >> BLOCK_BITS;
    due[block] = Math.min(due[block], time);
  }

  /** What this thread has for another. */
  Outbox outbox(int shard) {
    return others[shard];
  }

  /** When the next event of any node is due, or NEVER. */
  long due() {
    long first = EventQueue.NEVER;
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
    int first = from + (block << BLOCK_BITS);
    int end = Math.min(to, first + (1 << BLOCK_BITS));
    for (int node = first; node < end; node++) {
      if (queues[node].firstTime() < horizon) {
        shard.run(node, horizon);
      }
    }
    long next = EventQueue.NEVER;
    for (int node = first; node < end; node++) {
      next = Math.min(next, queues[node].firstTime());
    }
    return next;
  }
}
