package vail.code;

/**
 * The name under which both sides of a link know a codebook (C-10).
 *
 * @param slot 1 to 254 (0 means raw and 255 constant in a block's head)
 * @param epoch 0 to 255, counted modulo 256
 */
public record BookId(int slot, int epoch) implements Comparable<BookId> {
  /** The highest slot a book can have. */
  public static final int MAX_SLOT = 254;

  /** Rejects what a block's head cannot say. */
  public BookId {
    if (slot < 1 || slot > MAX_SLOT) {
      throw new IllegalArgumentException("slot must be 1 to 254, not " + slot);
    }
    if (epoch < 0 || epoch > 255) {
      throw new IllegalArgumentException("epoch must be 0 to 255, not " + epoch);
    }
  }

  /** By slot, then by epoch: the order in which candidates are tried. */
  @Override
  public int compareTo(BookId other) {
    int bySlot = Integer.compare(slot, other.slot);
    return bySlot != 0 ? bySlot : Integer.compare(epoch, other.epoch);
  }
}
