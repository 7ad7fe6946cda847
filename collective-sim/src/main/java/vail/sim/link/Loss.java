package vail.sim.link;

import java.util.Optional;
import vail.fault.Fault;

/**
 * Why a line was given up.
 *
 * @param way how that showed
 * @param fault what was not sound, where something was
 */
public record Loss(Way way, Optional<Fault> fault) {
  static final Loss CLOSED = new Loss(Way.CLOSED, Optional.empty());
  static final Loss SILENT = new Loss(Way.SILENT, Optional.empty());
  static final Loss REFUSED = new Loss(Way.REFUSED, Optional.empty());

  /** How a loss shows. */
  public enum Way {
    /** The other end takes no connection. */
    REFUSED("no connection"),
    /** The line closed. */
    CLOSED("the line closed"),
    /** No answer came in time. */
    SILENT("no answer"),
    /** What came was damaged, or not what was due. */
    FAULTY("what came was not sound");

    private final String words;

    Way(String words) {
      this.words = words;
    }
  }

  static Loss of(Fault fault) {
    return new Loss(Way.FAULTY, Optional.of(fault));
  }

  @Override
  public String toString() {
    return way.words + fault.map(each -> ": fault %d %s".formatted(each.number(), each)).orElse("");
  }
}
