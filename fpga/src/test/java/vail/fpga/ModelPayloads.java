package vail.fpga;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.OneBlock;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.DualLengthCode;
import vail.code.Histogram;
import vail.code.QuadLengthCode;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** Payloads of the reference, with books of every family that a core can be made for. */
final class ModelPayloads {
  private static final BookId ID = new BookId(9, 1);

  /** Bytes in front of a streamed block's payload, and as many behind it. */
  private static final int FRAMING = 6;

  private ModelPayloads() {}

  /** The next case, as {@code model_check.cpp} reads it. */
  static String next(SplittableRandom random) {
    Codebook book = book(random);
    int word = book.bookClass() == BookClass.SHORT ? 8 : 16;
    int lanes = 4 << random.nextInt(4);
    int bias = random.nextInt(255);
    SymbolShape shape = SymbolShape.values()[random.nextInt(SymbolShape.values().length)];
    byte[] symbols = shape.symbols(random, book, bias, 1 + random.nextInt(300));
    BookSet books = BookSet.empty().with(ID, book);
    EncodePolicy policy =
        new EncodePolicy(
            new Selection.Fixed(ID, new Bias.Absolute(bias), new Layout(lanes, word)),
            ConstantBlocks.OFF,
            BlockOrder.STREAMED);
    byte[] block =
        OneBlock.encode(new SoftwareEncoder(ReferencePayload::new), books, policy, symbols);
    HexFormat hex = HexFormat.of();
    return String.join(
        " ",
        "payload",
        "" + lanes,
        "" + word,
        "" + bias,
        "" + ID.slot(),
        "" + ID.epoch(),
        hex.formatHex(book.digest()),
        hex.formatHex(book.toBytes()),
        hex.formatHex(Arrays.copyOfRange(block, FRAMING, block.length - FRAMING)),
        hex.formatHex(symbols));
  }

  private static Codebook book(SplittableRandom random) {
    Histogram counts = new Histogram();
    for (int symbol = 0; symbol < Histogram.SYMBOLS; symbol++) {
      counts.add(symbol, random.nextInt(1000));
    }
    return switch (random.nextInt(4)) {
      case 0 -> DualLengthCode.of(counts);
      case 1 -> QuadLengthCode.of(counts, QuadLengthCode.HYPOTHESIS);
      case 2 -> RandomBooks.any(random, BookClass.SHORT);
      default -> RandomBooks.any(random, BookClass.LONG);
    };
  }
}
