package vail.conform;

import java.util.List;
import vail.conform.dut.DutAddress;
import vail.conform.dut.Patience;
import vail.conform.dut.Reach;
import vail.conform.judge.KnownFailures;
import vail.conform.vector.Level;

/**
 * All that decides a run.
 *
 * @param dut the implementation
 * @param level how much is asked
 * @param shard the part of extended
 * @param seed of the order and of fresh vectors
 * @param only patterns of ids, {@code *} for any text; empty for all
 * @param known failures that are no news
 * @param patience how long answers may take
 * @param reach where the judge may connect to
 */
public record Setup(
    DutAddress dut,
    Level level,
    Shard shard,
    long seed,
    List<String> only,
    KnownFailures known,
    Patience patience,
    Reach reach) {
  /** Takes a copy. */
  public Setup {
    only = List.copyOf(only);
  }

  /** All vectors of a level, for software on this machine. */
  public static Setup of(DutAddress dut, Level level, long seed) {
    return new Setup(
        dut,
        level,
        Shard.WHOLE,
        seed,
        List.of(),
        KnownFailures.NONE,
        Patience.USUAL,
        Reach.LOOPBACK);
  }
}
