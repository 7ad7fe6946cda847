package vail.block;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import vail.block.BlockHeader.Kind;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * Reads head and tail of one block in the normative order of checks (B-21): {@link #readHead}, then
 * what the book has to say, {@link #checkBias}, {@link #readTail}, {@link #checkEnd}, and with the
 * block at hand {@link #checkPlain} or {@link #checkCoded}. Mutable and reused, because nothing may
 * be allocated per block.
 */
final class FrameReader {
  private static final int LAYOUT_BITS = 0b11111;
  private static final Layout[] LAYOUTS = new Layout[32];

  static {
    for (int log2 = 0; log2 < 7; log2++) {
      for (int word = 0; word < 3; word++) {
        LAYOUTS[word << 3 | log2] = new Layout(1 << log2, 8 << word);
      }
    }
  }

  private final byte[] head = new byte[BlockSize.HEAD];
  private final BlockCheck blockCheck = new BlockCheck();
  private int slot;
  private int epoch;
  private int modes;
  private int bias;
  private int symbols;
  private int payloadBytes;
  private int check;
  private int payloadAt;
  private int tailAt;

  Kind kind() {
    return slot == FrameWriter.RAW_SLOT
        ? Kind.RAW
        : slot == FrameWriter.CONSTANT_SLOT ? Kind.CONSTANT : Kind.CODED;
  }

  int slot() {
    return slot;
  }

  int epoch() {
    return epoch;
  }

  /** Lanes and words of a coded block. */
  Layout layout() {
    return LAYOUTS[modes & LAYOUT_BITS];
  }

  int bias() {
    return bias;
  }

  BlockOrder order() {
    return (modes & FrameWriter.STREAMED_BIT) == 0 ? BlockOrder.STORED : BlockOrder.STREAMED;
  }

  int symbols() {
    return symbols;
  }

  int payloadBytes() {
    return payloadBytes;
  }

  /** Where the payload starts, from the start of the block. */
  int payloadAt() {
    return payloadAt;
  }

  /** Room for the head, version, reserved bits: the first three checks of B-21. */
  void readHead(MemorySegment bytes, long at, long length) {
    if (length < BlockSize.HEAD) {
      throw new VailFormatException(
          Fault.TRUNCATED, length, "a block's head has 6 bytes, " + length + " are there");
    }
    MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, head, 0, BlockSize.HEAD);
    slot = head(0);
    epoch = head(1);
    modes = head(2);
    bias = head(3);
    symbols = (head(4) | head(5) << 8) + 1;
    if (modes >>> 6 != FrameWriter.VERSION) {
      throw new VailFormatException(
          Fault.UNSUPPORTED_VERSION, 2, "version " + (modes >>> 6) + ", this is version 1");
    }
    checkReserved();
  }

  private int head(int index) {
    return head[index] & 0xff;
  }

  private void checkReserved() {
    if (kind() == Kind.CODED) {
      reserved(
          (modes & 7) == 7 || (modes >>> 3 & 3) == 3, 2, "a lane count or word size of no use");
    } else {
      reserved((modes & LAYOUT_BITS) != 0, 2, "a layout in a block without codes");
      reserved(epoch != 0, 1, "an epoch in a block without a book");
      reserved(bias != 0, 3, "a bias in a block without a book");
    }
  }

  private static void reserved(boolean broken, int at, String what) {
    if (broken) {
      throw new VailFormatException(Fault.RESERVED_NONZERO, at, what);
    }
  }

  /** Whether the layout suits the book's class (B-08). */
  void checkLayout(Codebook book) {
    if (!layout().legalFor(book.bookClass())) {
      throw new VailFormatException(
          Fault.LANE_LAYOUT, 2, "8-bit words with the long book of slot " + slot);
    }
  }

  void checkBias() {
    if (bias > 254) {
      throw new VailFormatException(Fault.BAD_FIELD, 3, "bias " + bias + ", at most 254 is legal");
    }
  }

  /** Room for the tail, sizes, limits, room for the payload. */
  void readTail(MemorySegment bytes, long at, long length, Limits limits) {
    if (length < BlockSize.FRAME) {
      throw new VailFormatException(
          Fault.TRUNCATED, length, "a block's frame has 12 bytes, " + length + " are there");
    }
    boolean streamed = order() == BlockOrder.STREAMED;
    tailAt = streamed ? (int) Math.min(length, Integer.MAX_VALUE) - BlockSize.TAIL : BlockSize.HEAD;
    payloadAt = streamed ? BlockSize.HEAD : BlockSize.FRAME;
    payloadBytes = byteAt(bytes, at + tailAt) + (byteAt(bytes, at + tailAt + 1) << 8) + 1;
    check = 0;
    for (int i = 0; i < 4; i++) {
      check |= byteAt(bytes, at + tailAt + 2 + i) << 8 * i;
    }
    checkSizes();
    if (symbols > limits.blockSymbols()) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED, 4, symbols + " symbols, " + limits.blockSymbols() + " are granted");
    }
    if (payloadBytes > length - BlockSize.FRAME) {
      throw new VailFormatException(
          Fault.TRUNCATED,
          length,
          "the payload has "
              + payloadBytes
              + " bytes, "
              + (length - BlockSize.FRAME)
              + " are there");
    }
  }

  private static int byteAt(MemorySegment bytes, long index) {
    return bytes.get(ValueLayout.JAVA_BYTE, index) & 0xff;
  }

  /** B-18 to B-20: which numbers of symbols and payload bytes go together. */
  private void checkSizes() {
    boolean streamed = order() == BlockOrder.STREAMED;
    badField(streamed && symbols > BlockSize.MAX_STREAMED_SYMBOLS, 4, "too many symbols to stream");
    switch (kind()) {
      case RAW -> badField(payloadBytes != symbols, tailAt, "raw, but payload is not symbols");
      case CONSTANT -> {
        badField(symbols < 2, 4, "constant, but only one symbol");
        badField(payloadBytes != 1, tailAt, "constant, but payload is not one byte");
      }
      case CODED ->
          badField(!streamed && payloadBytes >= symbols, tailAt, "coded, but not smaller than raw");
    }
  }

  private void badField(boolean broken, int at, String what) {
    if (broken) {
      throw new VailFormatException(
          Fault.BAD_FIELD, at, what + " (" + symbols + " symbols, " + payloadBytes + " bytes)");
    }
  }

  /** Nothing may follow the block (B-22). */
  void checkEnd(long length) {
    if (length > BlockSize.FRAME + payloadBytes) {
      throw new VailFormatException(
          Fault.TRAILING_DATA,
          order() == BlockOrder.STORED ? BlockSize.FRAME + payloadBytes : payloadAt + payloadBytes,
          (length - BlockSize.FRAME - payloadBytes) + " bytes too many");
    }
  }

  /** The check of a raw or constant block that now lies in {@code bytes} (B-16). */
  void checkPlain(byte[] bytes, int at) {
    blockCheck.seedZeros();
    compareCheck(bytes, at);
  }

  /** The check of a coded block that now lies in {@code bytes} (B-16). */
  void checkCoded(Codebook book, byte[] bytes, int at) {
    blockCheck.seed(book);
    compareCheck(bytes, at);
  }

  private void compareCheck(byte[] bytes, int at) {
    if (check != blockCheck.of(bytes, at, payloadAt, payloadBytes, tailAt)) {
      throw new VailFormatException(
          Fault.CHECKSUM, tailAt + 2, "the CRC-32C of the block is not the one it carries");
    }
  }
}
