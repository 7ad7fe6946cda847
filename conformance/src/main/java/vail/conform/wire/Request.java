package vail.conform.wire;

import java.util.List;

/**
 * What a judge can ask of an implementation. The bodies are written and read by {@link Requests}.
 */
@SuppressWarnings("ArrayRecordComponent") // bytes under way, which nobody changes
public sealed interface Request {
  /** The number of the rule {@code mean} among biases; {@code mean + d} is 256 + (d mod 256). */
  int MEAN = 256;

  /** Whether a bias is {@code mean} with or without an offset. */
  static boolean isMean(int bias) {
    return bias >= MEAN && bias < PREVIOUS;
  }

  /** The offset of such a bias, -128 to 127. */
  static int meanOffset(int bias) {
    return (byte) bias;
  }

  /** The number of the rule {@code previous}, for those who claim it. */
  int PREVIOUS = 512;

  /** The slot that asks for a raw block, of those who claim that. */
  int RAW = 0;

  /**
   * 1: who are you, and what do you claim?
   *
   * @param suite name and version of the vectors
   */
  record Hello(String suite) implements Request {}

  /**
   * 2: install a book.
   *
   * @param book its binary form (C-07), or what pretends to be one
   */
  record Book(int slot, int epoch, byte[] book) implements Request {}

  /** 3: encode with {@code fixed} (B-24). */
  record Encode(int slot, int epoch, int bias, Shape layout, int flags, byte[] symbols)
      implements Request {}

  /** 4: decode exactly one block (B-22). */
  record Decode(byte[] block) implements Request {}

  /** 5: train a book (C-13 to C-18). */
  record Train(boolean isLong, int limit, long[] counts) implements Request {}

  /** 6: forget all books. */
  record Reset() implements Request {}

  /** 7: encode with {@code best} (B-25). */
  record Best(
      List<Slot> candidates,
      List<Integer> biases,
      int stride,
      Shape shortLayout,
      Shape longLayout,
      int flags,
      byte[] symbols)
      implements Request {}

  /**
   * 8: split a tensor into planes (B-02 to B-04), which come one after the other.
   *
   * @param split 0 bytes; 2, 4, 8 planes of elements of so many bytes; 6 four codes in three bytes
   */
  record Split(int split, byte[] tensor) implements Request {}

  /** 9: the tensor of such planes. */
  record Join(int split, byte[] planes) implements Request {}

  /** 10: decode, but with a limit (F-07) and room for so many symbols (F-20). */
  record DecodeWithin(int limit, int room, byte[] block) implements Request {}

  /** 11: encode, with room for so many bytes (F-20). */
  record EncodeWithin(int room, Encode encode) implements Request {}

  /** 12: a call of the C interface as JSON, between the judge and its own host of libraries. */
  record Call(byte[] json) implements Request {}

  /** A name of a book as it came: not yet known to be one. */
  record Slot(int slot, int epoch) {}

  /** A layout as it came: not yet known to be legal. */
  record Shape(int log2Lanes, int wordBits) {}

  /** Bit 0 of the flags of an encoder: streamed order. */
  int STREAMED = 1;

  /** Bit 1 of the flags of an encoder: constant blocks on. */
  int CONSTANT = 2;

  /** The number of the message's type. */
  default int type() {
    return switch (this) {
      case Hello r -> 1;
      case Book r -> 2;
      case Encode r -> 3;
      case Decode r -> 4;
      case Train r -> 5;
      case Reset r -> 6;
      case Best r -> 7;
      case Split r -> 8;
      case Join r -> 9;
      case DecodeWithin r -> 10;
      case EncodeWithin r -> 11;
      case Call r -> 12;
    };
  }

  /** The name of the message in the protocol's description. */
  default String title() {
    return switch (this) {
      case Hello r -> "HELLO";
      case Book r -> "BOOK";
      case Encode r -> "ENCODE";
      case Decode r -> "DECODE";
      case Train r -> "TRAIN";
      case Reset r -> "RESET";
      case Best r -> "BEST";
      case Split r -> "SPLIT";
      case Join r -> "JOIN";
      case DecodeWithin r -> "DECODE_WITHIN";
      case EncodeWithin r -> "ENCODE_WITHIN";
      case Call r -> "CALL";
    };
  }

  /** The type of the reply that grants it. */
  default int replyType() {
    return switch (this) {
      case Hello r -> Reply.WELCOME;
      case Book r -> Reply.DONE;
      case Reset r -> Reply.DONE;
      case Encode r -> Reply.DATA;
      case Decode r -> Reply.DATA;
      case Train r -> Reply.DATA;
      case Best r -> Reply.DATA;
      case Split r -> Reply.DATA;
      case Join r -> Reply.DATA;
      case DecodeWithin r -> Reply.DATA;
      case EncodeWithin r -> Reply.DATA;
      case Call r -> Reply.DATA;
    };
  }
}
