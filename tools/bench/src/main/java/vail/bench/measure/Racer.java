package vail.bench.measure;

import java.util.ArrayList;
import java.util.List;

/** Codes some blocks and back, and is timed. */
interface Racer extends AutoCloseable {
  /** Most blocks that can be taken. */
  int all();

  /** Takes the first so many blocks. */
  void take(int blocks);

  /** Blocks taken; all of them at first. */
  int blocks();

  /** Bytes of the blocks taken, before they are coded. */
  long bytes();

  /** Sets how often a lap codes the same blocks. */
  void repeat(int encode, int decode);

  /** A round trip with nothing left over from others; returns coded bytes by bytes. */
  double check();

  /**
   * Times a round trip and checks it.
   *
   * @throws WrongException if something has not come back as it was
   */
  Lap lap();

  /** So many laps; a racer may first go there as often and then back. */
  default List<Lap> laps(int count) {
    List<Lap> laps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      laps.add(lap());
    }
    return laps;
  }

  @Override
  void close();

  /**
   * Nanoseconds to code all blocks once and back.
   *
   * @param encode there
   * @param decode and back
   */
  record Lap(double encode, double decode) {
    /** The same for one of so many blocks. */
    Lap by(int blocks) {
      return new Lap(encode / blocks, decode / blocks);
    }
  }
}
