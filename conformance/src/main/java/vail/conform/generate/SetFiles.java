package vail.conform.generate;

import java.util.List;
import java.util.SortedMap;
import vail.conform.coverage.Coverage;
import vail.conform.vector.SetWriter;
import vail.conform.vector.SigningKey;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;

/** The files of sets. */
public final class SetFiles {
  /** The first vectors of a core set are those of the level before. */
  private static final int SMOKE = SmokeVectors.COUNT;

  private SetFiles() {}

  /**
   * All files of a set, by name.
   *
   * @param key signs the manifest
   */
  public static SortedMap<String, byte[]> of(VectorSet set, SigningKey key) {
    List<Vector> vectors = set.vectors();
    SetWriter out = new SetWriter(set.catalogue());
    switch (set.level()) {
      case SMOKE -> out.smoke(vectors);
      case CORE ->
          out.smoke(vectors.subList(0, SMOKE)).core(vectors.subList(SMOKE, vectors.size()));
      case EXTENDED, FRESH -> out.made(set.level(), vectors);
    }
    return out.files(set.suite(), Suite.GENERATOR, Coverage.of(set).json(), key);
  }
}
