package vail.sim.plan;

import java.util.Arrays;

/** Collects the operations of one die. */
final class ProgramBuilder {
  private byte[] kinds = new byte[64];
  private int[] peers = new int[64];
  private int[] firsts = new int[64];
  private int[] counts = new int[64];
  private int[] edgeEnds = new int[64];
  private int[] edges = new int[64];
  private final SendQueues queues = new SendQueues();
  private int channel;
  private int size;
  private int edgeCount;

  /** Adds an operation that waits for nothing yet; returns its number. */
  int add(OpKind kind, int peer, Range pieces) {
    if (size == kinds.length) {
      grow();
    }
    kinds[size] = kind.code();
    peers[size] = peer;
    firsts[size] = pieces.first();
    counts[size] = pieces.count();
    edgeEnds[size] = edgeCount;
    if (kind.sends()) {
      queues.add(size, peer, channel);
    }
    return size++;
  }

  /** Makes the operation added last wait for an earlier one, once however often it is said. */
  void after(int op) {
    int last = size - 1;
    for (int i = edgeCount - 1; i >= (last == 0 ? 0 : edgeEnds[last - 1]); i--) {
      if (edges[i] == op) {
        return;
      }
    }
    if (edgeCount == edges.length) {
      edges = Arrays.copyOf(edges, 2 * edgeCount);
    }
    edges[edgeCount++] = op;
    edgeEnds[last] = edgeCount;
  }

  void channel(int number) {
    channel = number;
  }

  SendQueues queues() {
    return queues;
  }

  private void grow() {
    kinds = Arrays.copyOf(kinds, 2 * size);
    peers = Arrays.copyOf(peers, 2 * size);
    firsts = Arrays.copyOf(firsts, 2 * size);
    counts = Arrays.copyOf(counts, 2 * size);
    edgeEnds = Arrays.copyOf(edgeEnds, 2 * size);
  }

  OpKind kind(int op) {
    return OpKind.of(kinds[op]);
  }

  int peer(int op) {
    return peers[op];
  }

  Range pieces(int op) {
    return new Range(firsts[op], counts[op]);
  }

  byte[] kinds() {
    return Arrays.copyOf(kinds, size);
  }

  int[] peers() {
    return Arrays.copyOf(peers, size);
  }

  int[] firsts() {
    return Arrays.copyOf(firsts, size);
  }

  int[] counts() {
    return Arrays.copyOf(counts, size);
  }

  int[] needs() {
    int[] needs = new int[size];
    for (int op = 0; op < size; op++) {
      needs[op] = edgeEnds[op] - (op == 0 ? 0 : edgeEnds[op - 1]);
    }
    return needs;
  }

  /** Where the operations that wait for each one begin: a counting sort of the edges. */
  int[] nextStarts() {
    int[] starts = new int[size + 1];
    for (int i = 0; i < edgeCount; i++) {
      starts[edges[i] + 1]++;
    }
    for (int op = 0; op < size; op++) {
      starts[op + 1] += starts[op];
    }
    return starts;
  }

  int[] next(int[] starts) {
    int[] at = starts.clone();
    int[] next = new int[edgeCount];
    int edge = 0;
    for (int op = 0; op < size; op++) {
      for (; edge < edgeEnds[op]; edge++) {
        next[at[edges[edge]]++] = op;
      }
    }
    return next;
  }
}
