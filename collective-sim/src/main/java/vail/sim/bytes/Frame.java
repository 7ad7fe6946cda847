package vail.sim.bytes;

import java.util.BitSet;
import java.util.zip.CRC32C;

/**
 * How values of pieces travel.
 *
 * <p>Raw or coded, and how many elements, is for the header of a message to say, which any message
 * has; it is not counted here, as in models.
 */
sealed interface Frame {
  /** Pieces in it. */
  int pieces();

  /** Bytes of a lane. */
  int bytes(int lane);

  /** Bytes of a lane's values. */
  int rawBytes(int lane);

  /**
   * Values as they are.
   *
   * @param values those
   */
  record Plain(Chunk values) implements Frame {
    @Override
    public int pieces() {
      return values.pieces();
    }

    @Override
    public int bytes(int lane) {
      return values.shape().laneBytes(lane);
    }

    @Override
    public int rawBytes(int lane) {
      return bytes(lane);
    }
  }

  /**
   * Lanes that are coded each for itself, or raw where that would not make them smaller. A coded
   * lane is its blocks: of each tile of up to 65,536 symbols one for each plane; before them, if it
   * has a book of its own, the 135 bytes of that.
   */
  final class Coded implements Frame {
    private static final long UNKNOWN = -1;

    private final Shape shape;
    private final boolean ownBooks;
    private final byte[] bytes;
    private final int[] ends;
    private final BitSet raw;
    private long check = UNKNOWN;

    /**
     * A frame.
     *
     * @param shape of the values
     * @param ownBooks whether each coded lane begins with its book
     * @param bytes all lanes, one behind the other
     * @param ends of each lane
     * @param raw lanes that are as they were
     */
    Coded(Shape shape, boolean ownBooks, byte[] bytes, int[] ends, BitSet raw) {
      this.shape = shape;
      this.ownBooks = ownBooks;
      this.bytes = bytes;
      this.ends = ends;
      this.raw = raw;
    }

    Shape shape() {
      return shape;
    }

    boolean hasOwnBooks() {
      return ownBooks;
    }

    byte[] bytes() {
      return bytes;
    }

    /** CRC-32C of its bytes, made when it is first asked for: what many pass on is checked once. */
    long check() {
      long known = check;
      if (known == UNKNOWN) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        known = crc.getValue();
        check = known;
      }
      return known;
    }

    boolean isRaw(int lane) {
      return raw.get(lane);
    }

    @Override
    public int pieces() {
      return shape.pieces();
    }

    int start(int lane) {
      return lane == 0 ? 0 : ends[lane - 1];
    }

    int end(int lane) {
      return ends[lane];
    }

    @Override
    public int bytes(int lane) {
      return end(lane) - start(lane);
    }

    @Override
    public int rawBytes(int lane) {
      return shape.laneBytes(lane);
    }
  }
}
