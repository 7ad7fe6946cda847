package vail.sim.plan;

/** Chooses the codec of each hop between two dies. */
@FunctionalInterface
public interface Hops {
  /** The codec of so many pieces from one die to another; both ends ask and get the same. */
  Codec codec(int from, int to, int pieces);

  /** The same codec everywhere. */
  static Hops all(Codec codec) {
    return new Alike(codec);
  }

  /**
   * The same codec everywhere.
   *
   * @param codec which
   */
  record Alike(Codec codec) implements Hops {
    @Override
    public Codec codec(int from, int to, int pieces) {
      return codec;
    }
  }
}
