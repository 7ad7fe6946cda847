package vail.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.OneBlock;
import vail.block.ReferencePayload;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.testing.BlockTools;
import vail.testing.RandomBooks;

/** Blocks from anywhere, with their check repaired so that the search gets past it. */
class BlockFuzzTest {
  private static final SplittableRandom RANDOM = new SplittableRandom(1);
  private static final BookSet BOOKS =
      BookSet.empty()
          .with(new BookId(1, 0), RandomBooks.of(RANDOM, BookClass.SHORT, 20))
          .with(new BookId(2, 0), RandomBooks.of(RANDOM, BookClass.SHORT, 255))
          .with(new BookId(3, 0), RandomBooks.of(RANDOM, BookClass.LONG, 60))
          .with(new BookId(4, 0), RandomBooks.of(RANDOM, BookClass.LONG, 256));
  private static final BlockEncoder ENCODER = new SoftwareEncoder(ReferencePayload::new);
  private static final BlockDecoder DECODER = new SoftwareDecoder(ReferencePayload::new);

  @FuzzTest(maxDuration = "30m")
  void endsInAFaultOrInTheOneBlockOfItsSymbols(byte[] bytes) {
    byte[] block = bytes.clone();
    BlockTools.repairCheck(BOOKS, block);
    byte[] symbols;
    try {
      symbols = OneBlock.decode(DECODER, BOOKS, Limits.DEFAULT, block);
    } catch (VailFormatException e) {
      assertNotEquals(Fault.INTERNAL, e.fault());
      return;
    }
    assertArrayEquals(block, BlockTools.encodedLike(ENCODER, BOOKS, block, symbols));
  }

  @Test
  void holdsForGeneratedHeadsWithRandomPayloads() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 20_000; round++) {
      byte[] block = new byte[random.nextInt(60)];
      random.nextBytes(block);
      if (block.length > 11) {
        block[0] = (byte) random.nextInt(5);
        block[1] = 0;
        block[2] =
            (byte) (1 << 6 | random.nextInt(2) << 5 | random.nextInt(3) << 3 | random.nextInt(7));
        block[4] = (byte) random.nextInt(128);
        block[5] = 0;
        int size = (block[2] & 1 << 5) != 0 ? block.length - 6 : 6;
        block[size] = (byte) (block.length - 13);
        block[size + 1] = 0;
      }
      endsInAFaultOrInTheOneBlockOfItsSymbols(block);
    }
  }
}
