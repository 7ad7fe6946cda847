package vail.backend;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a device has spent its time on, as its own clock tells.
 *
 * @param uploadNanos for copies to it
 * @param downloadNanos for copies from it
 * @param kernelNanos for each of its kernels, by name
 */
public record Timings(long uploadNanos, long downloadNanos, SortedMap<String, Long> kernelNanos) {
  /** Copies the kernels. */
  public Timings {
    kernelNanos = Collections.unmodifiableSortedMap(new TreeMap<>(kernelNanos));
  }

  /** For kernels together. */
  public long computeNanos() {
    return kernelNanos.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What was spent after an earlier look; kernels that did not run since are left out. */
  public Timings since(Timings earlier) {
    SortedMap<String, Long> kernels = new TreeMap<>();
    for (Map.Entry<String, Long> one : kernelNanos.entrySet()) {
      long spent = one.getValue() - earlier.kernelNanos.getOrDefault(one.getKey(), 0L);
      if (spent > 0) {
        kernels.put(one.getKey(), spent);
      }
    }
    return new Timings(
        uploadNanos - earlier.uploadNanos, downloadNanos - earlier.downloadNanos, kernels);
  }
}
