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

  private Trace() {}

  /**
   * Writes a document, the same for the same runs.
   *
   * @param out not closed
   * @param most bytes that it may have; whole nodes are left out to keep to them
   */
  public static void write(OutputStream out, long most, List<Run> runs) throws IOException {
    try {
      writeAll(new TraceText(out), most, runs);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void writeAll(TraceText text, long most, List<Run> runs) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Times are rounded down to nanoseconds; startPs and endPs are exact. What takes no time is"
            + " left out.");
    int[] shown = new int[runs.size()];
    long[] times = new long[runs.size()];
    for (int i = 0; i < shown.length; i++) {
      Wiring wiring = new Wiring(runs.get(i).job().topology());
      Census census = new Census(wiring);
      Outcome outcome = Simulator.record(runs.get(i).job(), census);
      times[i] = outcome.time();
      shown[i] = census.nodesWithin(most / shown.length, outcome, units(runs.get(i).job().die()));
      notes.add(note(runs.get(i), shown[i], wiring.nodes(), most));
    }
    text.open(notes);
    int process = 1;
    for (int i = 0; i < shown.length; i++) {
      TraceRecorder recorder = new TraceRecorder(text, runs.get(i), times[i], process, shown[i]);
      Simulator.record(runs.get(i).job(), recorder);
      recorder.curves();
      process += 1 + shown[i];
    }
    text.close();
  }

  private static int units(Die die) {
    int sum = 0;
    for (OpKind kind : OpKind.values()) {
      sum += Die.serves(kind) ? die.of(kind).units() : 0;
    }
    return sum;
  }

  private static String note(Run run, int shown, int nodes, long most) {
    String curves = "; the curves are of all nodes";
    if (shown == nodes) {
      return run.name() + ": all " + nodes + " nodes" + curves;
    }
    return "%s: of %d nodes only the first %d, to keep to %d bytes%s"
        .formatted(run.name(), nodes, shown, most, curves);
  }
}
