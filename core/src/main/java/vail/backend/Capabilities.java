package vail.backend;

import java.util.Set;
import java.util.TreeSet;
import vail.block.Layout;
import vail.code.BookClass;

/**
 * What a backend claims; requests outside are answered with UNSUPPORTED_FEATURE.
 *
 * @param lanes lane counts it codes
 * @param words word sizes it codes, in bits
 * @param classes classes of books it codes
 * @param features what its encoder does in every case; in some it may do more
 */
public record Capabilities(
    Set<Integer> lanes, Set<Integer> words, Set<BookClass> classes, Set<Feature> features) {
  /** The whole format. */
  public static final Capabilities ALL =
      new Capabilities(
          Set.of(1, 2, 4, 8, 16, 32, 64),
          Set.of(8, 16, 32),
          Set.of(BookClass.values()),
          Set.of(Feature.values()));

  /** Takes sorted copies. */
  public Capabilities {
    lanes = java.util.Collections.unmodifiableSet(new TreeSet<>(lanes));
    words = java.util.Collections.unmodifiableSet(new TreeSet<>(words));
    classes = java.util.Collections.unmodifiableSet(new TreeSet<>(classes));
    features = java.util.Collections.unmodifiableSet(new TreeSet<>(features));
  }

  /** Whether a layout can be coded with books of a class. */
  public boolean covers(Layout layout, BookClass bookClass) {
    return lanes.contains(layout.lanes())
        && words.contains(layout.wordBits())
        && classes.contains(bookClass)
        && layout.legalFor(bookClass);
  }
}
