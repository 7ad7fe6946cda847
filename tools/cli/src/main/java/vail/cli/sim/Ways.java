package vail.cli.sim;

import java.io.IOException;
import java.util.function.Function;
import vail.cli.ByteSize;

/**
 * Ways to find answers.
 *
 * @param asked those of the mode
 * @param model what a report says besides
 * @param largest the usual largest size
 */
record Ways(
    Function<Setup, ? extends Measurer> asked, Function<Setup, Measurer> model, ByteSize largest) {
  /** Something that finds answers while what they want is open. */
  @FunctionalInterface
  interface Use<T> {
    /** Finds. */
    T of(Ways ways) throws IOException;
  }
}
