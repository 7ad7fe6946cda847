package vail.sim.live;

import java.util.Locale;

/**
 * Something that happens to the book of all dies.
 *
 * @param kind what
 * @param round that the first die was at
 * @param edition that it is about
 * @param words in which way
 */
public record BookEvent(Kind kind, int round, int edition, String words) {
  /** What can happen. */
  public enum Kind {
    /** The values have drifted away from the edition in use. */
    ALARM,
    /** A new book would save nothing worth a refresh. */
    KEPT,
    /** A new edition is shipped to all dies. */
    PREPARING,
    /** Not all dies could take it; no die has coded with it. */
    ABORTED,
    /** All dies have it and change to it, each from its next frame on. */
    COMMITTING,
    /** All dies code with it. */
    COMMITTED,
    /** No frame of this edition is under way, and nobody knows it any more. */
    RETIRED,
    /** It was better than the old one on all that followed. */
    PROVED,
    /** It was worse than the old one, whose book comes back. */
    WORSE
  }

  /** As a person reads it. */
  @Override
  public String toString() {
    return "round %d, edition %d: %s, %s"
        .formatted(round, edition, kind.name().toLowerCase(Locale.ROOT), words);
  }
}
