package vail.conform.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vail.conform.vector.Catalogue;
import vail.conform.vector.Level;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;

/** The stored levels, made from nothing. */
public final class Suite {
  /** Goes up where an expectation changes; part of every seed. */
  public static final int MAJOR = 1;

  /** Version of the suite: minor where vectors are added, patch where only words change. */
  public static final String VERSION = MAJOR + ".0.0";

  /** What manifests call this program. */
  public static final String GENERATOR = "vail vectors generate/1";

  private Suite() {}

  /**
   * A stored level, made anew.
   *
   * @param level {@link Level#SMOKE} or {@link Level#CORE}
   */
  public static VectorSet set(Level level) {
    List<Vector> vectors = new ArrayList<>(SmokeVectors.all());
    if (level == Level.CORE) {
      vectors.addAll(coreOnly());
    }
    return new VectorSet(level, VERSION, catalogue(), vectors);
  }

  /** The vectors of the second level without those of the first, by kind. */
  private static List<Vector> coreOnly() {
    List<Vector> all = new ArrayList<>();
    all.addAll(RowFamily.all("pair", 2).all());
    all.addAll(RowFamily.coded("coded", 2).all());
    all.addAll(EncodeEdges.all());
    all.addAll(LargeVectors.all());
    all.addAll(FrameNegatives.of("dec.neg", Base.ALL));
    all.addAll(PayloadNegatives.of("dec.neg", Base.ALL));
    all.addAll(OrderNegatives.all());
    all.addAll(TrainVectors.all());
    all.addAll(BookVectors.all());
    all.addAll(MappingVectors.all());
    all.addAll(SessionVectors.all());
    all.addAll(ResourceVectors.all());
    all.addAll(MisuseVectors.all());
    all.addAll(FlowVectors.all());
    all.addAll(PrecedenceVectors.all());
    all.sort(Comparator.comparing(Vector::kind));
    return all;
  }

  /** What the vectors refer to. */
  static Catalogue catalogue() {
    return Catalogue.of(Books.all(), Tables.all(), Flags.ALL);
  }
}
