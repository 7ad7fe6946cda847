package vail.cli.demo;

import java.util.List;
import java.util.Map;
import vail.code.NamedBook;

/**
 * All that the demo has found.
 *
 * @param books trained on the earlier recording
 * @param earlierBytes size of its files
 * @param kinds savings on the later recording, by kind, but for scales of one element
 * @param total savings on all its tensors
 * @param trials what the ready backends did
 * @param absent the others, and why each is absent
 * @param threads threads that worked
 */
record Findings(
    List<NamedBook> books,
    long earlierBytes,
    List<KindSaving> kinds,
    KindSaving total,
    List<BackendTrial> trials,
    Map<String, String> absent,
    int threads) {
  /** Whether every backend gave the same bytes and every bit back. */
  boolean sound() {
    return trials.stream().allMatch(trial -> trial.difference().isEmpty());
  }
}
