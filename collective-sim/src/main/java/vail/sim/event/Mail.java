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
    int nodes = run.queues.length;
    this.perShard = perShard;
    from = Math.min(nodes, shard * perShard);
    to = Math.min(nodes, from + perShard);
    others = new Outbox[shards];
    Arrays.setAll(others, _ -> new Outbox());
    firsts = new long[to - from];
    Arrays.fill(firsts, EventQueue.NEVER);
    due = new long[((to - from) >> BLOCK_BITS) + 1];
    Arrays.fill(due, EventQueue.NEVER);
    for (int node = from; node < to; node++) {
      run.queues[node] = new EventQueue();
    }
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Sends an event over a link, to whichever thread has its end. */
  void post(int link, long time, int operation, int lane, int die, long tail) {
    int node = run.wiring.neighbour(link);
    if (node >= from && node < to) {
      arrive(link, time, operation, lane, die, tail);
    } else {
      others[node / perShard].add(link, time, operation, lane, die, tail);
    }
  }

  /** Lets an event come out of a link. */
  void arrive(int link, long time, int operation, int lane, int die, long tail) {
    Fifo fifo = run.arrivals[link];
    fifo.add(time, operation, lane, die, tail);
    note(run.wiring.neighbour(link), fifo, time);
  }

  /** Lets a unit of a die end an operation. */
  void end(int unit, long time, int operation, int lane, int die) {
    Fifo fifo = run.ends[unit];
    fifo.add(time, operation, lane, die, time);
    note(die, fifo, time);
  }

  private void note(int node, Fifo fifo, long time) {
    if (!fifo.isSingle()) {
      return;
    }
    run.queues[node].add(fifo);
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
    int first = block << BLOCK_BITS;
    int end = Math.min(firsts.length, first + (1 << BLOCK_BITS));
    for (int place = first; place < end; place++) {
      if (firsts[place] < horizon) {
        firsts[place] = shard.run(from + place, horizon);
      }
    }
    long next = EventQueue.NEVER;
    for (int place = first; place < end; place++) {
      next = Math.min(next, firsts[place]);
    }
    return next;
  }
}
