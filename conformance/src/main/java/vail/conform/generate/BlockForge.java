package vail.conform.generate;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import vail.block.BlockOrder;
import vail.code.Codebook;

/**
 * Takes a sound block apart and puts it together again with something wrong in it: by default with
 * the check that its bytes then need, so that the check hides no other fault.
 */
final class BlockForge {
  private static final int HEAD = 6;
  private static final int FRAME = 12;

  private final Optional<Codebook> book;
  private final BlockOrder order;
  private final byte[] head;
  private byte[] payload;
  private int announced;
  private int spoilt;

  /**
   * Takes a block apart.
   *
   * @param book that it is coded with; empty if it is raw or constant
   */
  BlockForge(byte[] block, Optional<Codebook> book) {
    this.book = book;
    this.order = (block[2] & 0x20) == 0 ? BlockOrder.STORED : BlockOrder.STREAMED;
    this.head = Arrays.copyOf(block, HEAD);
    int payloadAt = order == BlockOrder.STORED ? FRAME : HEAD;
    this.payload = Arrays.copyOfRange(block, payloadAt, payloadAt + block.length - FRAME);
    this.announced = payload.length;
  }

  /** Sets a byte of the head. */
  BlockForge head(int at, int value) {
    head[at] = (byte) value;
    return this;
  }

  /** A byte of the head. */
  int head(int at) {
    return head[at] & 0xff;
  }

  /** Announces a number of symbols. */
  BlockForge symbols(int count) {
    return head(4, count - 1).head(5, count - 1 >> 8);
  }

  /** A copy of the payload. */
  byte[] payload() {
    return payload.clone();
  }

  /** Another payload, announced truthfully. */
  BlockForge payload(byte[] bytes) {
    payload = bytes.clone();
    announced = bytes.length;
    return this;
  }

  /** Announces a number of payload bytes that are not there. */
  BlockForge announce(int bytes) {
    announced = bytes;
    return this;
  }

  /** Flips bits of the check. */
  BlockForge spoil(int bits) {
    spoilt = bits;
    return this;
  }

  /** The block. */
  byte[] block() {
    byte[] tail = new byte[HEAD];
    put(announced - 1, 2, tail, 0);
    put(check(tail) ^ spoilt, 4, tail, 2);
    return order == BlockOrder.STORED ? join(head, tail, payload) : join(head, payload, tail);
  }

  private int check(byte[] tail) {
    CRC32C crc = new CRC32C();
    crc.update(book.isPresent() ? book.get().digest() : new byte[8], 0, 8);
    crc.update(head);
    crc.update(payload);
    crc.update(tail, 0, 2);
    return (int) crc.getValue();
  }

  private static void put(int value, int bytes, byte[] target, int at) {
    for (int i = 0; i < bytes; i++) {
      target[at + i] = (byte) (value >>> 8 * i);
    }
  }

  /** One array after the other. */
  static byte[] join(byte[]... parts) {
    byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
