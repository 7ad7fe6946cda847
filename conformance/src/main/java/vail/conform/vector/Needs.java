package vail.conform.vector;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an implementation must claim for a vector to apply to it.
 *
 * @param roles {@code encode, decode, train, book, mapping, cabi, flow}
 * @param features {@code best, constant, limits, mean, previous, raw, streamed}
 * @param lanes lane counts that occur
 * @param words bits of words that occur
 * @param classes classes of books that occur: {@code short, long}
 * @param symbols most symbols of a block
 */
public record Needs(
    SortedSet<String> roles,
    SortedSet<String> features,
    SortedSet<Integer> lanes,
    SortedSet<Integer> words,
    SortedSet<String> classes,
    int symbols) {
  /** Takes sorted copies. */
  public Needs {
    roles = copy(roles);
    features = copy(features);
    lanes = copy(lanes);
    words = copy(words);
    classes = copy(classes);
  }

  private static <T> SortedSet<T> copy(Set<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
