package vail.sim.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dies run for as long as one likes: nothing is wrong, and nothing is left behind. */
@Tag("soak")
class SoakTest {
  private static final int PARTS = 10;

  /** So few runs show nothing. */
  private static final int LEAST_RUNS = 5 * PARTS;

  private final long minutes = Long.getLong("vail.soak.minutes", 60);

  @Test
  void movesNoWrongBitAndLeavesNothingBehind() {
    List<Footprint> footprints = new ArrayList<>();
    long bytes = 0;
    long faults = 0;
    long refreshes = 0;
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    for (long number = 0; System.nanoTime() < end; number++) {
      SoakRun run = new SoakRun(number);
      LiveOutcome outcome = run.run();
      bytes += outcome.wireBytes();
      faults += outcome.injected().size();
      refreshes += run.refreshes();
      footprints.add(Footprint.now());
    }
    say(
        "%d runs, %.3f GB of frames, %d faults, %d new books"
            .formatted(footprints.size(), bytes / 1e9, faults, refreshes));
    assertTrue(footprints.size() >= LEAST_RUNS, footprints.size() + " runs: too few");
    assertTrue(
        faults > footprints.size() / 2 && refreshes > footprints.size(), "too little happened");
    assertFlat(footprints);
  }

  /** The first tenth warms up what is made once; what grows after it goes on to grow. */
  private static void assertFlat(List<Footprint> all) {
    List<Footprint> parts = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      parts.add(
          Footprint.middle(all.subList(i * all.size() / PARTS, (i + 1) * all.size() / PARTS)));
      say("part %d: %s".formatted(i, parts.get(i)));
    }
    assertTrue(
        parts.getLast().isFlat(parts.getFirst()),
        "from %s to %s".formatted(parts.getFirst(), parts.getLast()));
  }

  private static void say(String words) {
    System.out.println("soak: " + words);
  }
}
