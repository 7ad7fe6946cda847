package vail.bridge.board;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import vail.backend.Cycles;

/** What the kernels of all boards in this process have counted. */
final class Totals {
  static final Cycles NONE = new Cycles(0, OptionalLong.empty(), 0, 0, 0, 0, 0, 0);
  private static final Map<Way, Cycles> ALL = new EnumMap<>(Way.class);

  private Totals() {}

  static synchronized Cycles of(Way way) {
    return ALL.getOrDefault(way, NONE);
  }

  /** Adds a run, and the blocks that it did. */
  static synchronized void add(Way way, Slot slot) {
    Cycles run = slot.cycles();
    Cycles before = of(way);
    long in = before.bytesIn();
    long out = before.bytesOut();
    long blocks = before.blocks();
    for (int job = 0; job < slot.count(); job++) {
      if (slot.block(job) != Slot.NONE) {
        in += slot.sourceBytes(job);
        out += slot.bytes(job);
        blocks++;
      }
    }
    ALL.put(
        way,
        new Cycles(
            before.total() + run.total(),
            OptionalLong.empty(),
            blocks,
            in,
            out,
            before.refused() + run.refused(),
            before.starved() + run.starved(),
            before.blocked() + run.blocked()));
  }
}
