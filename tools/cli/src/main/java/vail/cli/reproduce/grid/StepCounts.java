package vail.cli.reproduce.grid;

import java.util.Map;
import java.util.Optional;
import vail.code.Histogram;

/**
 * Counts over all tensors of each kind at one step of a training.
 *
 * @param step of the training
 * @param bytes for each kind, of the bytes in memory order
 * @param exponents for each kind, of the highest planes
 */
public record StepCounts(
    long step, Map<String, Histogram> bytes, Map<String, Histogram> exponents) {
  /** Takes copies of the maps. */
  public StepCounts {
    bytes = Map.copyOf(bytes);
    exponents = Map.copyOf(exponents);
  }

  /** The counts of a kind's symbols; these files have them for bf16 only. */
  public Optional<Histogram> of(String kind, Profile profile) {
    if (!profile.format().equals("bf16")) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (profile.split()) {
          case BYTES -> bytes.get(kind);
          case PLANES -> exponents.get(kind);
        });
  }
}
