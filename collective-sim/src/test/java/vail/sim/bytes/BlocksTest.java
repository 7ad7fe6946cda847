package vail.sim.bytes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.backend.Backend;
import vail.block.Batch;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.SymbolKind;

class BlocksTest {
  private static final int SYMBOLS = 1 << 16;

  @Test
  void saysWhatAnEncoderTakes() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] symbols = new byte[SYMBOLS];
    for (int i = 0; i < SYMBOLS; i++) {
      symbols[i] = (byte) (90 + Math.round(3 * random.nextGaussian()));
    }
    Histogram other = new Histogram();
    for (int symbol = 0; symbol < 12; symbol++) {
      other.add(120 + symbol, 1L << symbol);
    }
    Codebook book = CodebookTrainer.train(other, LengthLimit.SHORT);
    Blocks blocks =
        new Blocks(SymbolKind.BF16_EXPONENT, List.of(Histogram.of(MemorySegment.ofArray(symbols))));
    double bits = blocks.excess(book) + blocks.counts().entropy();

    assertEquals(8.0 * encoded(symbols, new Edition(3, book)) / SYMBOLS, bits, 0.01);
  }

  private static int encoded(byte[] symbols, Edition edition) {
    Backend backend = Coders.backend("java-scalar");
    byte[] block = new byte[BlockSize.bound(BlockOrder.STORED, SYMBOLS)];
    Batch batch = new Batch(1);
    batch.add(0, SYMBOLS, 0, block.length);
    backend
        .encoder()
        .encode(
            edition.alone().books(),
            edition.policies().of(0, SymbolKind.BF16_EXPONENT),
            MemorySegment.ofArray(symbols),
            MemorySegment.ofArray(block),
            batch);
    return batch.bytes(0);
  }

  @Test
  void hasNoExcessWhereNothingWasCounted() {
    Codebook book = CodebookTrainer.train(new Histogram(), LengthLimit.SHORT);

    assertEquals(0, new Blocks(SymbolKind.E4M3, List.of()).excess(book));
  }

  @Test
  void movesBlocksOfAllScalesToOnePlace() {
    Histogram low = new Histogram();
    Histogram high = new Histogram();
    Histogram moved = new Histogram();
    low.add(50, 10);
    high.add(150, 30);
    moved.add(128, 40);

    assertEquals(moved, new Blocks(SymbolKind.BF16_EXPONENT, List.of(low, high)).counts());
  }
}
