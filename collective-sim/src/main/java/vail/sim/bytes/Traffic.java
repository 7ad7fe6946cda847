package vail.sim.bytes;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vail.sim.plan.Schedule;
import vail.sim.plan.Steps;

/** Bytes of all messages as they were really sent. */
public final class Traffic {
  private final Schedule schedule;
  private final int lanes;
  private final int[][][] frames;
  private final int[][] raw;
  private final int[][] coded;
  private final long[][] checks;

  Traffic(Schedule schedule, int lanes) {
    this.schedule = schedule;
    this.lanes = lanes;
    frames = new int[schedule.dies()][][];
    raw = new int[schedule.dies()][];
    coded = new int[schedule.dies()][];
    checks = new long[schedule.dies()][];
    for (int die = 0; die < frames.length; die++) {
      frames[die] = new int[schedule.program(die).size()][];
      raw[die] = new int[schedule.program(die).size()];
      coded[die] = new int[schedule.program(die).size()];
      checks[die] = new long[schedule.program(die).size()];
    }
  }

  void note(int die, int send, List<Frame> message) {
    int[] bytes = new int[lanes];
    for (Frame frame : message) {
      for (int lane = 0; lane < lanes; lane++) {
        bytes[lane] += frame.bytes(lane);
        raw[die][send] += frame.rawBytes(lane);
        coded[die][send] += frame.bytes(lane) < frame.rawBytes(lane) ? 1 : 0;
      }
    }
    frames[die][send] = bytes;
    checks[die][send] = check(message);
  }

  /** One of all coded frames; the chain of a certificate has values that nobody coded. */
  private static long check(List<Frame> message) {
    long check = 0;
    for (Frame frame : message) {
      if (frame instanceof Frame.Coded coded) {
        check = 31 * check + coded.check();
      }
    }
    return check;
  }

  /** SHA-256 over sizes and checks of all messages, die by die in the order of their scripts. */
  String digest() {
    MessageDigest sha = Sha.start();
    ByteBuffer entry = ByteBuffer.allocate(2 * Long.BYTES);
    each((die, send) -> {
      entry.clear().putLong(wire(die, send)).putLong(checks[die][send]).flip();
      sha.update(entry);
    });
    return HexFormat.of().formatHex(sha.digest());
  }

  /** Bytes on the wire of what a SEND or FORWARD of a die sends in a lane. */
  public long wire(int die, int send, int lane) {
    return frames[die][send][lane];
  }

  /** The same in all lanes. */
  private long wire(int die, int send) {
    return IntStream.of(frames[die][send]).asLongStream().sum();
  }

  /** What is done with a send of a die. */
  @FunctionalInterface
  private interface Sends {
    void see(int die, int send);
  }

  /** Goes through all sends, die by die. */
  private void each(Sends sends) {
    for (int die = 0; die < frames.length; die++) {
      for (int op = 0; op < frames[die].length; op++) {
        if (schedule.program(die).kind(op).sends()) {
          sends.see(die, op);
        }
      }
    }
  }

  /** What was sent in each step, beside the entropy of what was to be sent. */
  List<StepFigures> steps(Steps steps, StepCounts counts) {
    long[] messages = new long[steps.count()];
    long[] smaller = new long[steps.count()];
    long[] rawBytes = new long[steps.count()];
    long[] bytes = new long[steps.count()];
    each((die, send) -> {
      int step = steps.of(die, send);
      messages[step] += lanes;
      smaller[step] += coded[die][send];
      rawBytes[step] += raw[die][send];
      bytes[step] += wire(die, send);
    });
    return IntStream.range(0, messages.length)
        .mapToObj(step ->
            new StepFigures(
                step,
                messages[step],
                smaller[step],
                rawBytes[step],
                bytes[step],
                counts.entropy(step)))
        .toList();
  }

  /** What each die has sent each other, by sender, then receiver. */
  List<PairFigures> pairs() {
    SortedMap<Long, PairFigures> pairs = new TreeMap<>();
    each((die, send) -> {
      int to = schedule.program(die).peer(send);
      PairFigures message = new PairFigures(die, to, raw[die][send], wire(die, send));
      pairs.merge((long) die << Integer.SIZE | to, message, PairFigures::plus);
    });
    return List.copyOf(pairs.values());
  }
}
