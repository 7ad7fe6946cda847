package vail.vector;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.EncodePolicy;
import vail.block.Flight;
import vail.block.Layout;
import vail.block.PayloadCoder;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.fault.Limits;

/**
 * One side of the {@link Trial}: a few small blocks, because loops entered often are compiled soon.
 */
final class TrialSide {
  private static final BookId ID = new BookId(1, 0);
  private static final int SYMBOLS = 256;
  private static final int ROOM = SYMBOLS + 12;
  private static final int CODED = 15;

  private final BlockEncoder encoder;
  private final BlockDecoder decoder;
  private final BookSet books = BookSet.empty().with(ID, book());
  private final EncodePolicy policy =
      EncodePolicy.stored(
          new Selection.Best(
              List.of(ID), List.of(Bias.NONE, Bias.MEAN), 1, Layout.WIDE, Layout.PORTABLE));
  private final MemorySegment symbols = MemorySegment.ofArray(symbols());
  private final MemorySegment blocks = MemorySegment.ofArray(new byte[Flight.SIZE * ROOM]);
  private final int[] bytes = new int[Flight.SIZE];
  private final Batch batch = new Batch(Flight.SIZE);

  TrialSide(Supplier<PayloadCoder> kernels) {
    encoder = new SoftwareEncoder(kernels);
    decoder = new SoftwareDecoder(kernels);
    encode();
  }

  /** Sixteen codes of four bits, one of them the escape's. */
  private static Codebook book() {
    int[] lengths = new int[CodeLengths.COUNT];
    Arrays.fill(lengths, 0, CODED, 4);
    lengths[CodeLengths.ESC] = 4;
    return Codebook.of(BookClass.SHORT, CODED / 2, lengths);
  }

  /** Every second round has escapes, so that the kernels are compiled for both. */
  private static byte[] symbols() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] symbols = new byte[Flight.SIZE * SYMBOLS];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = (byte) random.nextInt(CODED + i / Layout.WIDE.lanes() % 2);
    }
    return symbols;
  }

  void encode() {
    batch.restart();
    for (int i = 0; i < Flight.SIZE; i++) {
      batch.add((long) i * SYMBOLS, SYMBOLS, (long) i * ROOM, ROOM);
    }
    encoder.encode(books, policy, symbols, blocks, batch);
    for (int i = 0; i < Flight.SIZE; i++) {
      bytes[i] = batch.bytes(i);
    }
  }

  void decodeTogether() {
    batch.restart();
    for (int i = 0; i < Flight.SIZE; i++) {
      batch.add((long) i * ROOM, bytes[i], (long) i * SYMBOLS, SYMBOLS);
    }
    decode();
  }

  void decodeAlone() {
    batch.restart();
    batch.add(0, bytes[0], 0, SYMBOLS);
    decode();
  }

  private void decode() {
    decoder.decode(books, Limits.DEFAULT, blocks, symbols, batch);
    if (!batch.ok()) {
      throw new IllegalStateException("a block that was encoded here does not decode");
    }
  }
}
