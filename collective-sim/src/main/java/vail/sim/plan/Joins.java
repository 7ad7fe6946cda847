package vail.sim.plan;

import java.util.Arrays;

/** Counts, for each operation of a die that waits for several, how many are still missing. */
public final class Joins {
  private final Program program;
  private final int lanes;
  private final int[] missing;

  /** All of them missing, in so many lanes. */
  public Joins(Program program, int lanes) {
    this.program = program;
    this.lanes = lanes;
    missing = new int[program.joins() * lanes];
    for (int op = 0; op < program.size(); op++) {
      if (program.join(op) != Program.NO_JOIN) {
        int join = program.join(op) * lanes;
        Arrays.fill(missing, join, join + lanes, program.joinNeeds(program.join(op)));
        if (program.kind(op) == OpKind.FENCE) {
          missing[join] *= lanes;
        }
      }
    }
  }

  /**
   * Takes note that one of those has ended that an operation waits for; whether it was the last.
   */
  public boolean isLast(int op, int lane) {
    int join = program.join(op);
    if (join == Program.NO_JOIN) {
      return true;
    }
    int joined = program.kind(op) == OpKind.FENCE ? 0 : lane;
    return --missing[join * lanes + joined] == 0;
  }
}
