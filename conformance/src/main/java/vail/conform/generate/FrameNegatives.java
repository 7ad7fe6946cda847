package vail.conform.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;
import vail.block.BlockOrder;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Fault;

/** Blocks with one fault in head, tail or size (checks 1 to 13 of B-21). */
final class FrameNegatives {
  private static final Breach TRUNCATED =
      new Breach(Fault.TRUNCATED, "F-01 B-21 F-25", "Truncation");
  private static final Breach VERSION =
      new Breach(Fault.UNSUPPORTED_VERSION, "F-03 B-15 B-21", "ErrorClass");
  private static final Breach RESERVED =
      new Breach(Fault.RESERVED_NONZERO, "F-04 B-15 B-21", "Reserved Malleability");
  private static final Breach FIELD = new Breach(Fault.BAD_FIELD, "F-05 B-20 B-21", "SizeEdge");
  private static final Breach UNKNOWN =
      new Breach(Fault.CODEBOOK_UNKNOWN, "F-08 C-10 B-21", "StaleBook");
  private static final Breach LAYOUT = new Breach(Fault.LANE_LAYOUT, "F-16 B-08 B-21", "LaneDeal");
  private static final Breach TRAILING =
      new Breach(Fault.TRAILING_DATA, "F-18 B-22 B-21", "Trailing");
  private static final Breach CHECKSUM =
      new Breach(Fault.CHECKSUM, "F-19 B-16 B-21 B-22", "Checksum Release");

  private final Negatives out;

  private FrameNegatives(String prefix) {
    this.out = new Negatives(prefix);
  }

  /** Those of some bases, and of raw and constant blocks. */
  static List<Vector> of(String prefix, List<Base> bases) {
    FrameNegatives frames = new FrameNegatives(prefix);
    for (int i = 0; i < bases.size(); i++) {
      frames.sizes(bases.get(i), i);
      frames.heads(bases.get(i), i);
      frames.checks(bases.get(i), i);
    }
    for (BlockOrder order : BlockOrder.values()) {
      frames.plain(order);
    }
    return frames.out.vectors();
  }

  private void sizes(Base base, int i) {
    byte[] block = base.block();
    for (int cut : new int[] {i % 6, 6 + i % 6, block.length - 1 - i % 3}) {
      // The tail of a streamed block is its end, wherever that is: a cut there means other things.
      if (base.order() == BlockOrder.STORED || cut < 12) {
        out.add(
            TRUNCATED,
            base,
            Text.of("the first %d of %d bytes", cut, block.length),
            Arrays.copyOf(block, cut));
      }
    }
    int announced = base.payload().bytes().length;
    if (base.order() == BlockOrder.STREAMED) {
      out.add(
          TRUNCATED, base, "a byte more announced", base.forge().announce(announced + 1).block());
      if (announced > 1) {
        out.add(
            TRAILING, base, "a byte less announced", base.forge().announce(announced - 1).block());
      }
    } else {
      out.add(TRAILING, base, "a zero byte follows", BlockForge.join(block, new byte[1]));
      out.add(TRAILING, base, "the block follows again", BlockForge.join(block, block));
    }
  }

  private void heads(Base base, int i) {
    int modes = base.forge().head(2);
    for (int version : new int[] {0, 2, 3}) {
      byte[] block = base.forge().head(2, modes & 0x3f | version << 6).block();
      out.add(VERSION, base, "version " + version, block);
    }
    out.add(RESERVED, base, "128 lanes", base.forge().head(2, modes | 7).block());
    out.add(RESERVED, base, "the word 3", base.forge().head(2, modes | 0x18).block());
    out.add(FIELD, base, "the bias 255", base.forge().head(3, 255).block());
    int[] strangers = {Base.EPOCH + 1, Base.EPOCH - 1, 255};
    out.add(
        UNKNOWN, base, "epoch " + strangers[i % 3], base.forge().head(1, strangers[i % 3]).block());
    out.add(UNKNOWN, base, "slot 8", base.forge().head(0, 8).block());
    if (base.book().bookClass() == vail.code.BookClass.LONG) {
      for (int lanes = 0; lanes < 7; lanes += 2) {
        int narrow = modes & 0xe0 | lanes;
        out.add(LAYOUT, base, "words of 8 bits", base.forge().head(2, narrow).block());
      }
    }
    if (base.order() == BlockOrder.STORED) {
      out.add(
          FIELD,
          base,
          "as many bytes as symbols",
          base.forge().payload(new byte[base.symbols().length]).block());
    } else {
      out.add(FIELD, base, "16,385 symbols streamed", base.forge().symbols(16_385).block());
    }
  }

  private void checks(Base base, int i) {
    for (int bit : new int[] {i, i + 13}) {
      byte[] spoilt = base.forge().spoil(1 << bit).block();
      out.add(CHECKSUM, base, "bit " + bit + " of the check flipped", spoilt);
    }
    out.add(CHECKSUM, base, "made without the book's digest", checked(base, new byte[8], 0));
    byte[] digest = Arrays.copyOf(base.book().digest(), 8);
    out.add(CHECKSUM, base, "not inverted at the end", checked(base, digest, -1));
    out.add(CHECKSUM, base, "a CRC-32 of the other polynomial", otherPolynomial(base, digest));
    byte[] flipped = base.block();
    int payloadAt = base.order() == BlockOrder.STORED ? 12 : 6;
    flipped[payloadAt + i % (flipped.length - 12)] ^= (byte) (1 << i % 8);
    if (base.order() == BlockOrder.STORED) {
      out.add(CHECKSUM, base, "a bit of the payload flipped", flipped);
    } else {
      // Hardware that cuts through meets the payload before its check.
      out.addAnyOf(
          CHECKSUM,
          base,
          "a bit of the payload flipped",
          flipped,
          List.of(Fault.INVALID_CODEWORD, Fault.SYMBOL_COUNT_MISMATCH, Fault.PADDING_NONZERO));
    }
  }

  private static byte[] checked(Base base, byte[] seed, int flipped) {
    return withCheck(base, over(new CRC32C(), base, seed) ^ flipped);
  }

  private static byte[] otherPolynomial(Base base, byte[] seed) {
    return withCheck(base, over(new CRC32(), base, seed));
  }

  private static int over(Checksum crc, Base base, byte[] seed) {
    byte[] block = base.block();
    int tailAt = base.order() == BlockOrder.STORED ? 6 : block.length - 6;
    crc.update(seed);
    crc.update(block, 0, 6);
    crc.update(base.payload().bytes());
    crc.update(block, tailAt, 2);
    return (int) crc.getValue();
  }

  private static byte[] withCheck(Base base, int value) {
    byte[] block = base.block();
    int at = (base.order() == BlockOrder.STORED ? 6 : block.length - 6) + 2;
    for (int i = 0; i < 4; i++) {
      block[at + i] = (byte) (value >>> 8 * i);
    }
    return block;
  }

  /** Raw and constant blocks. */
  private void plain(BlockOrder order) {
    byte[] symbols = {42, 42, 42, 42, 42};
    byte[] raw = Blocks.of(Books.STEPS, Options.raw(order), symbols);
    byte[] constant = Blocks.of(Books.STEPS, Options.constantOn(Options.raw(order)), symbols);
    String where = ", " + order.name().toLowerCase(java.util.Locale.ROOT);
    for (byte[] sound : List.of(raw, constant)) {
      String what = (Arrays.equals(sound, raw) ? "raw" : "constant") + where;
      for (int bit = 0; bit < 5; bit++) {
        byte[] block = forge(sound).head(2, sound[2] | 1 << bit).block();
        out.add(RESERVED, what + ", bit " + bit + " of the layout", block);
      }
      out.add(RESERVED, what + ", an epoch", forge(sound).head(1, 1).block());
      out.add(RESERVED, what + ", a bias", forge(sound).head(3, 128).block());
      out.add(VERSION, what + ", version 2", forge(sound).head(2, sound[2] ^ 0xc0).block());
      out.add(CHECKSUM, what + ", check flipped", forge(sound).spoil(1 << 31).block());
      out.add(TRUNCATED, what + ", cut", Arrays.copyOf(sound, 11));
    }
    out.add(FIELD, "raw" + where + ", a symbol too many", forge(raw).symbols(6).block());
    out.add(FIELD, "raw" + where + ", a symbol too few", forge(raw).symbols(4).block());
    out.add(FIELD, "constant" + where + ", one symbol", forge(constant).symbols(1).block());
    out.add(
        FIELD,
        "constant" + where + ", two bytes",
        forge(constant).payload(new byte[] {42, 42}).block());
  }

  private static BlockForge forge(byte[] block) {
    return new BlockForge(block, Optional.empty());
  }
}
