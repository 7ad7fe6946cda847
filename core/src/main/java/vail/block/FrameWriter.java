package vail.block;

/** Writes head and tail around a payload that is already in place (B-15 to B-17). */
final class FrameWriter {
  static final int RAW_SLOT = 0;
  static final int CONSTANT_SLOT = 255;
  static final int VERSION = 1;
  static final int STREAMED_BIT = 1 << 5;

  private final BlockCheck check = new BlockCheck();

  /** Where the payload of a block goes, from the start of the block. */
  static int payloadAt(BlockOrder order) {
    return order == BlockOrder.STORED ? BlockSize.FRAME : BlockSize.HEAD;
  }

  /** Frames a raw block; returns the block's bytes. */
  int raw(BlockOrder order, int symbols, byte[] block) {
    head(block, RAW_SLOT, 0, 0, 0, order);
    check.seedZeros();
    return finish(order, symbols, symbols, block);
  }

  /** Frames a constant block; returns the block's bytes. */
  int constant(BlockOrder order, int symbols, byte[] block) {
    head(block, CONSTANT_SLOT, 0, 0, 0, order);
    check.seedZeros();
    return finish(order, symbols, 1, block);
  }

  /** Frames a coded block; returns the block's bytes. */
  int coded(
      Choice choice, int bias, BlockOrder order, int symbols, int payloadBytes, byte[] block) {
    Layout layout = choice.layout();
    int log2Lanes = Integer.numberOfTrailingZeros(layout.lanes());
    int word = layout.wordBits() / 16;
    head(block, choice.id().slot(), choice.id().epoch(), word << 3 | log2Lanes, bias, order);
    check.seed(choice.book());
    return finish(order, symbols, payloadBytes, block);
  }

  private static void head(
      byte[] block, int slot, int epoch, int layout, int bias, BlockOrder order) {
    int streamed = order == BlockOrder.STREAMED ? STREAMED_BIT : 0;
    block[0] = (byte) slot;
    block[1] = (byte) epoch;
    block[2] = (byte) (VERSION << 6 | streamed | layout);
    block[3] = (byte) bias;
  }

  private int finish(BlockOrder order, int symbols, int payloadBytes, byte[] block) {
    int tailAt = order == BlockOrder.STORED ? BlockSize.HEAD : BlockSize.HEAD + payloadBytes;
    put(symbols - 1, 2, block, 4);
    put(payloadBytes - 1, 2, block, tailAt);
    put(check.of(block, 0, payloadAt(order), payloadBytes, tailAt), 4, block, tailAt + 2);
    return BlockSize.FRAME + payloadBytes;
  }

  private static void put(int value, int bytes, byte[] block, int at) {
    for (int i = 0; i < bytes; i++) {
      block[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
