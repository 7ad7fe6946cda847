package vail.bench.jmh;

import java.io.IOException;
import java.nio.file.Path;
import vail.bench.data.PlaneKind;

/** Two planes of the same kind: one to build a book from and one to code with it. */
final class Sample {
  private final byte[] earlier;
  private final byte[] later;
  private final String origin;

  /**
   * Keeps the planes.
   *
   * @param earlier symbols of an earlier step
   * @param later symbols of a later step
   * @param origin where they come from, for the report
   */
  Sample(byte[] earlier, byte[] later, String origin) {
    this.earlier = earlier;
    this.later = later;
    this.origin = origin;
  }

  byte[] earlier() {
    return earlier;
  }

  byte[] later() {
    return later;
  }

  /** From the recordings that the property {@code vail.data} names, else made up. */
  static Sample of(PlaneKind kind) throws IOException {
    String folder = System.getProperty("vail.data", "");
    return folder.isEmpty() ? MadeUp.sample(kind) : Recorded.sample(kind, Path.of(folder));
  }

  /** What {@link #of} will use, in words. */
  static String origin(PlaneKind kind) throws IOException {
    return of(kind).origin;
  }
}
