package vail.cli.reproduce.measure;

import java.util.List;
import java.util.Map;
import vail.cli.reproduce.grid.ShardedTensor;

/**
 * All that was measured.
 *
 * @param campaign on which recordings
 * @param claim the paper's claim on its own kind of tensor
 * @param verdicts the same question for every group that has a book fixed before
 * @param measurements every group
 * @param drift age and other text
 * @param tensors the measured shards of each group, for pictures
 */
public record Reproduction(
    Campaign campaign,
    Claim claim,
    List<Verdict> verdicts,
    List<Measurement> measurements,
    List<DriftPoint> drift,
    Map<Group, List<ShardedTensor>> tensors) {
  /**
   * Shards are joined with their neighbours until they hold so many values: 8 KiB of bf16. Smaller
   * ones differ from their average mostly by chance.
   */
  public static final long LEAST_SHARD_VALUES = 4096;

  /** Takes copies of the lists. */
  public Reproduction {
    verdicts = List.copyOf(verdicts);
    measurements = List.copyOf(measurements);
    drift = List.copyOf(drift);
  }
}
