package vail.sim.plan;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does for all dies what dies do not disturb each other in, on all processors. */
final class Dies {
  private Dies() {}

  /** Does it; of what goes wrong, the trouble of the first die is thrown. */
  static void each(int dies, IntConsumer work) {
    IllegalArgumentException[] troubles = new IllegalArgumentException[dies];
    IntStream.range(0, dies)
        .parallel()
        .forEach(die -> {
          try {
            work.accept(die);
          } catch (IllegalArgumentException e) {
            troubles[die] = e;
          }
        });
    Arrays.stream(troubles)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(trouble -> {
          throw trouble;
        });
  }
}
