package vail.block;

/** Sizes of blocks in bytes (B-20). */
public final class BlockSize {
  /** Head and tail together, whatever the order. */
  public static final int FRAME = 12;

  /** The first part of the frame. */
  public static final int HEAD = 6;

  /** The second part of the frame: payload size and check. */
  public static final int TAIL = 6;

  /** Most symbols of a streamed block. */
  public static final int MAX_STREAMED_SYMBOLS = 16_384;

  /** Most payload bytes of a streamed block: 23 bits a symbol and 62 of padding in 64 lanes. */
  public static final int MAX_STREAMED_PAYLOAD = 47_600;

  private BlockSize() {}

  /** Most bytes a block of this many symbols can take: 12 more than its symbols if stored. */
  public static int bound(BlockOrder order, int symbols) {
    return switch (order) {
      case STORED -> FRAME + symbols;
      case STREAMED -> FRAME + MAX_STREAMED_PAYLOAD;
    };
  }
}
