package vail.sim.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The sends of a die by peer and channel, each queue in the order of the script. */
final class SendQueues {
  /** No operation. */
  static final int NONE = -1;

  private final Map<Long, Integer> numbers = new HashMap<>();
  private long lastKey;
  private int lastQueue = NONE;
  private int[] firsts = new int[4];
  private int[] lasts = new int[4];
  private int[] queueOf = new int[64];
  private int[] after = new int[64];

  void add(int op, int peer, int channel) {
    if (op >= queueOf.length) {
      int room = Math.max(op + 1, 2 * queueOf.length);
      queueOf = Arrays.copyOf(queueOf, room);
      after = Arrays.copyOf(after, room);
    }
    long key = ((long) peer << Integer.SIZE) | channel;
    // Most sends go where the one before went.
    if (lastQueue == NONE || key != lastKey) {
      lastKey = key;
      lastQueue = numbers.computeIfAbsent(key, _ -> open(op));
    }
    after[lasts[lastQueue]] = op;
    lasts[lastQueue] = op;
    queueOf[op] = lastQueue;
    after[op] = NONE;
  }

  private int open(int op) {
    int queue = numbers.size();
    if (queue == firsts.length) {
      firsts = Arrays.copyOf(firsts, 2 * queue);
      lasts = Arrays.copyOf(lasts, 2 * queue);
    }
    firsts[queue] = op;
    lasts[queue] = op;
    return queue;
  }

  int[] firsts() {
    return Arrays.copyOf(firsts, numbers.size());
  }

  /** The queue that a send stands in. */
  int queueOf(int op) {
    return queueOf[op];
  }

  /** The send behind one. */
  int after(int op) {
    return after[op];
  }
}
