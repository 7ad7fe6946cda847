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

  int size() {
    return size;
  }

  /** How many operations one waits for. */
  int needs(int op) {
    return edgeEnds[op] - (op == 0 ? 0 : edgeEnds[op - 1]);
  }

  /** What is done with two operations of which one waits for the other. */
  @FunctionalInterface
  interface Edge {
    void between(int before, int after);
  }

  /** Goes through all that wait, in the order of the script. */
  void eachEdge(Edge edge) {
    int at = 0;
    for (int op = 0; op < size; op++) {
      for (; at < edgeEnds[op]; at++) {
        edge.between(edges[at], op);
      }
    }
  }
}
