package vail.sim.plan;

/**
 * Bytes of each piece: elements are dealt out as evenly as whole ones can be, so that any size fits
 * any count of dies without padding.
 *
 * <p>A vector is first cut into lanes, then each lane into pieces. A schedule is run once in each
 * lane; lanes share links and codecs, and so overlap.
 */
public final class Partition implements Shares {
  private final long elements;
  private final int elementBytes;
  private final int pieces;
  private final int lanes;
  private final int slots;
  private final long whole;
  private final long rest;

  /**
   * A partition.
   *
   * @param elements of a vector
   * @param elementBytes of an element
   * @param pieces of a lane
   * @param lanes sub-chunks of each piece
   */
  public Partition(long elements, int elementBytes, int pieces, int lanes) {
    if (elements < 0 || elementBytes < 1 || pieces < 1 || lanes < 1) {
      throw new IllegalArgumentException("a partition has pieces, lanes and elements of bytes");
    }
    this.elements = elements;
    this.elementBytes = elementBytes;
    this.pieces = pieces;
    this.lanes = lanes;
    slots = Math.multiplyExact(pieces, lanes);
    whole = elements / slots;
    rest = elements % slots;
    Math.multiplyExact(elements, elementBytes);
  }

  @Override
  public int lanes() {
    return lanes;
  }

  @Override
  public boolean areEqual() {
    return rest == 0;
  }

  /** Bytes of an element. */
  public int elementBytes() {
    return elementBytes;
  }

  /** Bytes of a vector. */
  public long bytes() {
    return elements * elementBytes;
  }

  @Override
  public long partsOfByte() {
    return 1;
  }

  @Override
  public long parts(int first, int count, int lane) {
    if (rest == 0) {
      return whole * count * elementBytes;
    }
    int slot = slot(first, lane);
    return (bound(slot + count) - bound(slot)) * elementBytes;
  }

  /** The first element of a piece in a lane, counted in its vector. */
  public long start(int piece, int lane) {
    return bound(slot(piece, lane));
  }

  private int slot(int piece, int lane) {
    return piece % pieces + lane * pieces;
  }

  private long bound(int slot) {
    return whole * slot + rest * slot / slots;
  }
}
