package vail.conform.vector;

import java.util.List;

/**
 * Requests in order; books, and the mean of the block before, carry over from one to the next.
 *
 * @param steps at least one
 */
public record Session(List<Exchange> steps) implements Body {
  /** Takes a copy. */
  public Session {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a session has steps");
    }
  }
}
