package vail.conform.planted;

import java.util.Optional;

/** Whether an implementation is sound, or which bug it has. */
final class Plant {
  /** No bug. */
  static final Plant SOUND = new Plant(Optional.empty());

  private final Optional<Bug> bug;

  /** The bug or, where there is none, this: asked once a symbol, so it has to be quick. */
  private final Object only;

  private Plant(Optional<Bug> bug) {
    this.bug = bug;
    this.only = bug.isPresent() ? bug.get() : this;
  }

  /** With a bug. */
  static Plant of(Bug bug) {
    return new Plant(Optional.of(bug));
  }

  /** Its bug, if it has one. */
  Optional<Bug> bug() {
    return bug;
  }

  /** Whether this is its bug. */
  boolean has(Bug other) {
    return only == other;
  }
}
