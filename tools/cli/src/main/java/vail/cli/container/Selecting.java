package vail.cli.container;

/** How users name the choice of a block's book. */
enum Selecting {
  /** The first book that suits the symbols. */
  FIXED,
  /** The cheapest of all that suit. */
  BEST
}
