package vail.sim.plan;

/**
 * What dies do together. A die's data are vectors of equal pieces; vector 0 is the input, and the
 * result too, unless the collective writes to vector 1.
 */
public enum Collective {
  /** Every die ends with the sum of all inputs. */
  ALL_REDUCE(1),
  /** Die d ends with part d of the sum of all inputs. */
  REDUCE_SCATTER(1),
  /** Die d begins with part d; every die ends with all parts. */
  ALL_GATHER(1),
  /** Part j of die i's input ends as part i of die j's output. */
  ALL_TO_ALL(2),
  /** Every die ends with the input of die 0. */
  BROADCAST(1),
  /** Die 0 ends with the sum of all inputs. */
  REDUCE(1),
  /** The input of each die ends as the output of the next. */
  SENDRECV(2);

  private final int vectors;

  Collective(int vectors) {
    this.vectors = vectors;
  }

  /** Vectors of a die. */
  public int vectors() {
    return vectors;
  }

  /** The pieces a die has at the start, of so many a vector. */
  public Range input(int die, int dies, int pieces) {
    return switch (this) {
      case ALL_REDUCE, REDUCE_SCATTER, REDUCE, ALL_TO_ALL, SENDRECV -> new Range(0, pieces);
      case ALL_GATHER -> new Range(0, pieces).part(die, dies);
      case BROADCAST -> new Range(0, die == 0 ? pieces : 0);
    };
  }

  /** The pieces a die must have at the end. */
  public Range output(int die, int dies, int pieces) {
    return switch (this) {
      case ALL_REDUCE, ALL_GATHER, BROADCAST -> new Range(0, pieces);
      case REDUCE_SCATTER -> new Range(0, pieces).part(die, dies);
      case REDUCE -> new Range(0, die == 0 ? pieces : 0);
      case ALL_TO_ALL, SENDRECV -> new Range(pieces, pieces);
    };
  }
}
