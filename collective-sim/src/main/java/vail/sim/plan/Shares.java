package vail.sim.plan;

/**
 * How large the pieces of a vector are. A model may cut bytes, so sizes are counted in equal parts
 * of a byte.
 */
public interface Shares {
  /** Sub-chunks of each piece: a schedule is run once in each of these lanes. */
  int lanes();

  /** Whether all pieces of all lanes are equally large. */
  boolean areEqual();

  /** Into how many parts a byte is cut; 1 if sizes are whole bytes. */
  long partsOfByte();

  /** Parts of bytes of neighbouring pieces in a lane. */
  long parts(int first, int count, int lane);

  /** Bytes of neighbouring pieces in a lane, a started one counted whole. */
  default long bytes(int first, int count, int lane) {
    return Math.ceilDiv(parts(first, count, lane), partsOfByte());
  }
}
