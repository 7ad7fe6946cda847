package vail.sim.trace;

import vail.sim.event.Outcome;
import vail.sim.event.Recorder;
import vail.sim.event.Wiring;

/** Counts what the trace of each node would hold. */
final class Census implements Recorder {
  /** Bytes of a slice without the digits of times and sizes; the tests hold lines against it. */
  private static final long SLICE = 215;

  private static final long ARROW = 150;
  private static final long POINT = 130;
  private static final long NAMES = 256;
  private static final long TIMES_A_SLICE = 5;
  private static final long SIZES_A_SLICE = 2;

  private final Wiring wiring;
  private final long[] slices;
  private final long[] arrows;
  private final int[] ends;

  Census(Wiring wiring) {
    this.wiring = wiring;
    slices = new long[wiring.nodes()];
    arrows = new long[wiring.nodes()];
    ends = new int[wiring.nodes()];
    for (int link = 0; link < wiring.size(); link++) {
      if (wiring.leads(link)) {
        ends[wiring.node(link)]++;
        ends[wiring.neighbour(link)]++;
      }
    }
  }

  @Override
  public void worked(Work work) {
    if (work.end() > work.start()) {
      slices[work.die()]++;
    }
  }

  /** A slice and an end of an arrow at both nodes. */
  @Override
  public void carried(Transfer transfer) {
    if (transfer.end() > transfer.start()) {
      for (int node : new int[] {wiring.node(transfer.link()), wiring.neighbour(transfer.link())}) {
        slices[node]++;
        arrows[node]++;
      }
    }
  }

  /** How many nodes from the first on fit so many bytes, with the curves of all. */
  int nodesWithin(long most, Outcome outcome, int threads) {
    long slice =
        SLICE
            + TIMES_A_SLICE * digits(outcome.time())
            + SIZES_A_SLICE * digits(outcome.sentBytes());
    long sum = NAMES * 4 + POINT * TraceRecorder.CURVES * UseCurve.SPANS;
    for (int node = 0; node < slices.length; node++) {
      long names = NAMES * (1 + threads + ends[node]);
      sum += names + slice * slices[node] + ARROW * arrows[node];
      if (sum > most) {
        return node;
      }
    }
    return slices.length;
  }

  private static int digits(long number) {
    return Long.toString(number).length();
  }
}
