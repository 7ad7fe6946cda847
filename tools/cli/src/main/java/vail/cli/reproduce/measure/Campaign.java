package vail.cli.reproduce.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import vail.cli.reproduce.grid.DataFolder;
import vail.cli.reproduce.grid.Recording;
import vail.cli.reproduce.grid.StepCounts;

/**
 * What is measured, and what came before it and may be learned from.
 *
 * @param measured the latest recording of the text that training used
 * @param earlier recordings of the same text at earlier steps, ascending
 * @param otherText recordings of other text
 * @param history counts of earlier steps, ascending
 */
public record Campaign(
    Recording measured,
    List<Recording> earlier,
    List<Recording> otherText,
    List<StepCounts> history) {
  private static final Comparator<Recording> BY_STEP =
      Comparator.comparingLong((Recording r) -> r.step().orElse(-1)).thenComparing(Recording::name);

  /**
   * Assigns the parts.
   *
   * @param data holds one recording or more
   */
  public static Campaign of(DataFolder data) {
    List<Recording> all = data.recordings().stream().sorted(BY_STEP).toList();
    String text = all.getFirst().text();
    List<Recording> same = all.stream().filter(r -> r.text().equals(text)).toList();
    Recording measured = same.getLast();
    return new Campaign(
        measured,
        same.stream().filter(r -> isBefore(r.step(), measured.step())).toList(),
        all.stream().filter(r -> !r.text().equals(text)).toList(),
        data.history().stream()
            .filter(counts -> isBefore(OptionalLong.of(counts.step()), measured.step()))
            .sorted(Comparator.comparingLong(StepCounts::step))
            .toList());
  }

  private static boolean isBefore(OptionalLong step, OptionalLong other) {
    return step.isPresent() && other.isPresent() && step.getAsLong() < other.getAsLong();
  }

  /** What cannot be shown here and why, one sentence each. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    if (earlier.isEmpty() && history.isEmpty()) {
      missing.add(
          "no book can be fixed before "
              + measured.name()
              + ": there is no recording or histogram of an earlier step,"
              + " so only the shipped books are measured");
    } else if (earlier.isEmpty()) {
      missing.add("no books per layer and no best of K: there is no recording of an earlier step");
    }
    if (otherText.isEmpty()) {
      missing.add("no drift to other text: all recordings are of the same text");
    }
    measured.leftOut().forEach(what -> missing.add("left out of " + measured.name() + ": " + what));
    return missing;
  }
}
