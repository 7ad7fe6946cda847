package vail.conform.generate;

import java.util.SortedMap;
import vail.conform.vector.Catalogue;
import vail.conform.vector.SetWriter;

/** The stored levels, made from nothing. */
public final class Suite {
  /** Goes up where an expectation changes; part of every seed. */
  public static final int MAJOR = 1;

  /** Version of the suite. */
  public static final String VERSION = MAJOR + ".0.0";

  /** What manifests call this program. */
  public static final String GENERATOR = "vail vectors generate/1";

  private Suite() {}

  /** All files of the stored levels, by name. */
  public static SortedMap<String, byte[]> files() {
    return new SetWriter(catalogue()).smoke(SmokeVectors.all()).files(VERSION, GENERATOR);
  }

  /** What the vectors refer to. */
  static Catalogue catalogue() {
    return Catalogue.of(Books.all(), Tables.ALL, Flags.ALL);
  }
}
