package vail.sim.trace;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import vail.sim.event.Job;
import vail.sim.event.Recorder;
import vail.sim.event.Wiring;
import vail.sim.model.Die;
import vail.sim.plan.OpKind;
import vail.sim.plan.Program;

/**
 * Writes a run as it goes: a process a node, a thread a unit and an end of a link. What takes no
 * time is left out.
 */
final class TraceRecorder implements Recorder {
  /** Curves of all nodes together. */
  static final int CURVES = 3;

  private static final int SENDS = 1_000_000;
  private static final int RECEIVES = 2_000_000;

  private final TraceText text;
  private final Job job;
  private final String name;
  private final Wiring wiring;
  private final int first;
  private final int nodes;
  private final Set<Long> named = new HashSet<>();
  private final Map<OpKind, Integer> firstUnits = new EnumMap<>(OpKind.class);
  private final UseCurve links;
  private final UseCurve encoders;
  private final UseCurve decoders;

  /** The first nodes get processes of their own, from a number on. */
  TraceRecorder(TraceText text, Trace.Run run, long time, int first, int nodes) {
    this.text = text;
    this.job = run.job();
    this.name = run.name();
    this.first = first;
    this.nodes = nodes;
    wiring = new Wiring(job.topology());
    int threads = 1;
    for (OpKind kind : OpKind.values()) {
      firstUnits.put(kind, threads);
      threads += Die.serves(kind) ? job.die().of(kind).units() : 0;
    }
    long dies = job.schedule().dies();
    long used = 0;
    for (int link = 0; link < wiring.size(); link++) {
      used += wiring.neighbour(link) < 0 ? 0 : 1;
    }
    links = new UseCurve(time, used);
    encoders = new UseCurve(time, dies * job.die().encode().units());
    decoders = new UseCurve(time, dies * job.die().decode().units());
  }

  @Override
  public void worked(Work work) {
    Program program = job.schedule().program(work.die());
    OpKind kind = program.kind(work.operation());
    if (kind == OpKind.ENCODE) {
      encoders.add(work.start(), work.end());
    } else if (kind == OpKind.DECODE) {
      decoders.add(work.start(), work.end());
    }
    if (work.die() < nodes && work.end() > work.start()) {
      String what = kind.word();
      int thread = firstUnits.getOrDefault(kind, 0) + work.unit();
      name(work.die(), thread, what + " " + work.unit());
      String arguments =
          arguments(program, work.operation(), work.lane())
              + ",\"peer\":"
              + program.peer(work.operation())
              + waited(work.ready(), work.start());
      text.slice(process(work.die()), thread, what, work.start(), work.end(), arguments);
    }
  }

  @Override
  public void carried(Transfer transfer) {
    links.add(transfer.start(), transfer.end());
    int node = wiring.node(transfer.link());
    int next = wiring.neighbour(transfer.link());
    if (transfer.end() == transfer.start() || (node >= nodes && next >= nodes)) {
      return;
    }
    long latency = wiring.link(transfer.link()).latency();
    String arguments = arguments(transfer);
    int out = SENDS + transfer.link() - wiring.first(node);
    int in = RECEIVES + node;
    if (node < nodes) {
      name(node, out, "to " + nodeName(next));
      text.slice(
          process(node), out, word(transfer, node), transfer.start(), transfer.end(), arguments);
    }
    if (next < nodes) {
      name(next, in, "from " + nodeName(node));
      long start = transfer.start() + latency;
      text.slice(process(next), in, "receive", start, transfer.end() + latency, arguments);
    }
    if (node < nodes && next < nodes) {
      long number = text.nextArrow();
      text.arrow("s", process(node), out, number, transfer.start());
      text.arrow("f", process(next), in, number, transfer.start() + latency);
    }
  }

  /** Writes the curves, once the run has ended. */
  void curves() {
    text.process(first, name + ", all nodes");
    curve("links busy %", links);
    curve("encoders busy %", encoders);
    curve("decoders busy %", decoders);
  }

  private void curve(String what, UseCurve curve) {
    for (int place = 0; place < UseCurve.SPANS; place++) {
      text.point(first, what, curve.start(place), curve.use(place));
    }
  }

  private int process(int node) {
    return first + 1 + node;
  }

  private void name(int node, int thread, String what) {
    if (named.add((long) node << Integer.SIZE)) {
      text.process(process(node), name + ", " + nodeName(node));
    }
    if (named.add((long) node << Integer.SIZE | thread)) {
      text.thread(process(node), thread, what);
    }
  }

  private String nodeName(int node) {
    int dies = job.schedule().dies();
    return node < dies ? "die " + node : "switch " + (node - dies);
  }

  private String word(Transfer transfer, int node) {
    if (node != transfer.from()) {
      return "relay";
    }
    OpKind kind = job.schedule().program(node).kind(transfer.send());
    return kind.word();
  }

  private String arguments(Transfer transfer) {
    Program program = job.schedule().program(transfer.from());
    return arguments(program, transfer.send(), transfer.lane())
        + ",\"wireBytes\":"
        + job.sizes().wire(transfer.from(), transfer.send(), transfer.lane())
        + ",\"from\":"
        + transfer.from()
        + ",\"to\":"
        + transfer.to()
        + waited(transfer.ready(), transfer.start());
  }

  private String arguments(Program program, int operation, int lane) {
    long bytes = job.shares().bytes(program.first(operation), program.count(operation), lane);
    return ",\"bytes\":" + bytes + ",\"lane\":" + lane + ",\"operation\":" + operation;
  }

  private static String waited(long ready, long start) {
    return ",\"waitedPs\":" + (start - ready);
  }
}
