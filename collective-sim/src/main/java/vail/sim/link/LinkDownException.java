package vail.sim.link;

/** A link that has not recovered within the tries that its terms grant. */
public final class LinkDownException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int link;
  private final transient Loss loss;
  private final int tries;

  LinkDownException(int link, int to, Loss loss, int tries) {
    super(
        "link %d to node %d is down after %d tries in a row: %s".formatted(link, to, tries, loss));
    this.link = link;
    this.loss = loss;
    this.tries = tries;
  }

  /** Its number. */
  public int link() {
    return link;
  }

  /** What it met last. */
  public Loss loss() {
    return loss;
  }

  /** Connections in a row that brought no progress. */
  public int tries() {
    return tries;
  }
}
