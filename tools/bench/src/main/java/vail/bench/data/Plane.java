package vail.bench.data;

import vail.code.Codebook;
import vail.code.LengthLimit;

/**
 * Symbols of a kind: some to build a book from and others to code with it.
 *
 * @param name as reports give it, e.g. {@code bf16-exponent-weights}
 * @param kind how its symbols behave
 * @param book a short book of the earlier symbols
 * @param earlier symbols of an earlier step
 * @param later symbols of a later step
 */
// The arrays belong to whoever measures; nobody changes or compares them.
@SuppressWarnings("ArrayRecordComponent")
public record Plane(String name, PlaneKind kind, Codebook book, byte[] earlier, byte[] later) {
  /** Trains the book. */
  public static Plane of(String name, PlaneKind kind, byte[] earlier, byte[] later) {
    return new Plane(name, kind, kind.book(earlier, LengthLimit.SHORT), earlier, later);
  }

  /** The same with other symbols to code, for wholes of which this plane is a part. */
  public Plane coding(String whole, byte[] bytes) {
    return new Plane(whole, kind, book, earlier, bytes);
  }
}
