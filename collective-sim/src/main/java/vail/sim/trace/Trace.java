package vail.sim.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import vail.sim.event.Job;
import vail.sim.event.Outcome;
import vail.sim.event.Simulator;
import vail.sim.event.Wiring;
import vail.sim.model.Die;
import vail.sim.plan.OpKind;

/**
 * Writes runs as one document in Chrome's trace-event format, which Perfetto opens. Each run is
 * made twice: the first time to see how much of it fits, the second to write it event by event.
 */
public final class Trace {
  /**
   * A run to be shown.
   *
   * @param name what its processes are called
   * @param job what is run
   */
  public record Run(String name, Job job) {}

  /**
   * How much of a run was written.
   *
   * @param name of the run
   * @param nodes that the trace holds, the first ones
   * @param of how many
   */
  public record Share(String name, int nodes, int of) {}

  private Trace() {}

  /**
   * Writes a document, the same for the same runs.
   *
   * @param out not closed
   * @param most bytes that it may have; whole nodes are left out to keep to them
   * @return how much of each run that was
   */
  public static List<Share> write(OutputStream out, long most, List<Run> runs) throws IOException {
    try {
      return writeAll(new TraceText(out), most, runs);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static List<Share> writeAll(TraceText text, long most, List<Run> runs) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Times are rounded down to nanoseconds; startPs and endPs are exact. What takes no time is"
            + " left out.");
    List<Share> shares = new ArrayList<>();
    long[] times = new long[runs.size()];
    for (int i = 0; i < times.length; i++) {
      Wiring wiring = new Wiring(runs.get(i).job().topology());
      Census census = new Census(wiring);
      Outcome outcome = Simulator.record(runs.get(i).job(), census);
      times[i] = outcome.time();
      int shown = census.nodesWithin(most / times.length, outcome, units(runs.get(i).job().die()));
      shares.add(new Share(runs.get(i).name(), shown, wiring.nodes()));
      notes.add(note(shares.getLast(), most));
    }
    text.open(notes);
    int process = 1;
    for (int i = 0; i < times.length; i++) {
      int shown = shares.get(i).nodes();
      TraceRecorder recorder = new TraceRecorder(text, runs.get(i), times[i], process, shown);
      Simulator.record(runs.get(i).job(), recorder);
      recorder.curves();
      process += 1 + shown;
    }
    text.close();
    return shares;
  }

  private static int units(Die die) {
    int sum = 0;
    for (OpKind kind : OpKind.values()) {
      sum += Die.serves(kind) ? die.of(kind).units() : 0;
    }
    return sum;
  }

  private static String note(Share share, long most) {
    String curves = "; the curves are of all nodes";
    if (share.nodes() == share.of()) {
      return share.name() + ": all " + share.of() + " nodes" + curves;
    }
    return "%s: of %d nodes only the first %d, to keep to %d bytes%s"
        .formatted(share.name(), share.of(), share.nodes(), most, curves);
  }
}
