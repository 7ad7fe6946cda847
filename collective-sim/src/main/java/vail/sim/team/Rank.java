package vail.sim.team;

/**
 * One of the JVMs that run a job together: each has an equal share of the dies, in their order, and
 * the first has the nodes besides that are no dies.
 *
 * @param number from 0
 * @param of how many there are
 */
public record Rank(int number, int of) {
  static final Rank ONLY = new Rank(0, 1);

  /** Rejects a number that is none of them. */
  public Rank {
    if (number < 0 || number >= of) {
      throw new IllegalArgumentException(
          "ranks are numbered from 0 to %d, not %d".formatted(of - 1, number));
    }
  }

  /** Whether a node is run here. */
  public boolean has(int node, int dies) {
    return (node < dies ? (long) node * of / dies : 0) == number;
  }
}
