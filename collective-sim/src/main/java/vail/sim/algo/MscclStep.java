package vail.sim.algo;

import java.util.Set;
import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * A step of a thread block of MSCCL. Places are pieces of the die that does it.
 *
 * @param at offset in the file, for complaints
 * @param kind what it does
 * @param from what it reads of its own
 * @param to what it writes
 * @param wire the thread block's partners
 * @param after what must have been done
 */
record MscclStep(int at, Kind kind, Range from, Range to, Wire wire, After after) {
  /** What a step does, by its names in the file. */
  enum Kind {
    S,
    R,
    RCS,
    RRS,
    RRC,
    RRCS,
    CPY,
    RE,
    NOP;

    boolean receives() {
      return RECEIVING.contains(this);
    }

    boolean reads() {
      return READING.contains(this);
    }

    boolean writes() {
      return WRITING.contains(this);
    }

    boolean sends() {
      return SENDING.contains(this);
    }
  }

  private static final Set<Kind> RECEIVING =
      Set.of(Kind.R, Kind.RCS, Kind.RRS, Kind.RRC, Kind.RRCS);
  private static final Set<Kind> READING =
      Set.of(Kind.S, Kind.RRS, Kind.RRC, Kind.RRCS, Kind.CPY, Kind.RE);
  private static final Set<Kind> WRITING =
      Set.of(Kind.R, Kind.RCS, Kind.RRC, Kind.RRCS, Kind.CPY, Kind.RE);
  private static final Set<Kind> SENDING = Set.of(Kind.S, Kind.RCS, Kind.RRS, Kind.RRCS);

  /** Whom a thread block sends to and receives from, and on which channel; -1 is nobody. */
  record Wire(int send, int receive, int channel) {}

  /** A step of another thread block, or -1. */
  record After(int block, int step) {}

  /**
   * Says it to a script. A sum that is only sent on (rrs) is kept in place of the die's own part:
   * nobody may read that part later, and the audit sees whether somebody does.
   */
  void tell(Script script) {
    script.channel(wire.channel());
    switch (kind) {
      case S -> script.send(wire.send(), from);
      case R -> script.store(wire.receive(), to);
      case RCS -> {
        script.store(wire.receive(), to);
        script.send(wire.send(), to);
      }
      case RRS -> {
        script.reduce(wire.receive(), from);
        script.send(wire.send(), from);
      }
      case RRC -> sum(script);
      case RRCS -> {
        sum(script);
        script.send(wire.send(), to);
      }
      case CPY -> copy(script);
      case RE -> script.add(from, to);
      case NOP -> {
        // It only waits.
      }
    }
  }

  private void sum(Script script) {
    copy(script);
    script.reduce(wire.receive(), to);
  }

  private void copy(Script script) {
    if (!from.equals(to)) {
      script.copy(from, to);
    }
  }
}
