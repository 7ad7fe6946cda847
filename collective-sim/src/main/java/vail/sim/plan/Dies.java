package vail.sim.plan;

import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Does for all dies what dies do not disturb each other in, on all processors. */
final class Dies {
  private Dies() {}

  /** Does it; of what goes wrong, the trouble of the first die is thrown. */
  static void each(int dies, IntConsumer work) {
    RuntimeException[] troubles = new RuntimeException[dies];
    each(troubles, work);
    throwFirst(troubles);
  }

  /** The same on the threads of a pool. */
  static void each(int dies, ForkJoinPool pool, IntConsumer work) {
    RuntimeException[] troubles = new RuntimeException[dies];
    pool.submit(() -> each(troubles, work)).join();
    throwFirst(troubles);
  }

  private static void each(RuntimeException[] troubles, IntConsumer work) {
    IntStream.range(0, troubles.length)
        .parallel()
        .forEach(die -> {
          try {
            work.accept(die);
          } catch (RuntimeException e) {
            troubles[die] = e;
          }
        });
  }

  private static void throwFirst(RuntimeException[] troubles) {
    Arrays.stream(troubles)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(trouble -> {
          throw trouble;
        });
  }
}
