package vail.sim.plan;

/** A way to do one collective among a fixed number of dies: a pure function from die to script. */
public interface Algorithm {
  /** As users write it, e.g. {@code ring}. */
  String name();

  /** What it does. */
  Collective collective();

  /** Dies that take part, numbered from 0. */
  int dies();

  /** Vectors of each die: those of the collective, and behind them what it works with. */
  default int vectors() {
    return collective().vectors();
  }

  /** Pieces that each vector is cut into. */
  int pieces();

  /** The pieces that a die has at the end: those of the collective, unless it does a part of it. */
  default Range output(int die) {
    return collective().output(die, dies(), pieces());
  }

  /** Writes the script of one die. */
  void write(int die, Script script);
}
