package vail.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.OneBlock;
import vail.block.ReferencePayload;
import vail.block.Selection;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Limits;
import vail.testing.BlockTools;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/** Batches of all kinds of blocks, sound and damaged: each ends as it does at the reference. */
class FlightTest {
  private static final int BLOCKS_A_BATCH = 23;
  private static final int ROOM = 2_000;
  private static final List<BookId> IDS = List.of(new BookId(1, 0), new BookId(2, 7));

  private final BlockEncoder encoder = new SoftwareEncoder(ReferencePayload::new);
  private final BlockDecoder reference = new SoftwareDecoder(ReferencePayload::new);
  private final BlockEncoder vectorEncoder = new SoftwareEncoder(VectorPayload::new);
  private final BlockDecoder vectorDecoder = new SoftwareDecoder(VectorPayload::new);

  @Test
  void endsEachOf20ThousandBlocksAsTheReferenceDoes() {
    compare(20_000, new SplittableRandom(91), "seed 91");
  }

  @Test
  @Tag("slow")
  void endsEachOfAMillionBlocksAsTheReferenceDoes() {
    compare(1_000_000, new SplittableRandom(92), "seed 92");
  }

  private void compare(int blocks, SplittableRandom random, String what) {
    for (int done = 0; done < blocks; done += BLOCKS_A_BATCH) {
      BookSet books = BookSet.empty();
      for (BookId id : IDS) {
        books = books.with(id, RandomBooks.any(random, BookClass.SHORT));
      }
      List<byte[]> batch = new ArrayList<>();
      while (batch.size() < BLOCKS_A_BATCH) {
        batch.add(block(books, random, what));
      }
      assertEquals(
          outcomes(reference, books, batch), outcomes(vectorDecoder, books, batch), what + done);
    }
  }

  /** Mostly wide, mostly sound, of any size; encoded alike by both. */
  private byte[] block(BookSet books, SplittableRandom random, String what) {
    BookId id = IDS.get(random.nextInt(IDS.size()));
    Codebook book = books.book(id);
    int bias = random.nextInt(255);
    int size = random.nextInt(8) == 0 ? random.nextInt(1, ROOM) : random.nextInt(1, 200);
    SymbolShape[] shapes = SymbolShape.values();
    byte[] symbols = shapes[random.nextInt(shapes.length)].symbols(random, book, bias, size);
    Layout layout = random.nextInt(9) == 0 ? Layout.PORTABLE : Layout.WIDE;
    EncodePolicy policy =
        new EncodePolicy(
            new Selection.Fixed(id, new Bias.Absolute(bias), layout),
            random.nextBoolean() ? ConstantBlocks.ON : ConstantBlocks.OFF,
            random.nextBoolean() ? BlockOrder.STORED : BlockOrder.STREAMED);
    byte[] block = OneBlock.encode(encoder, books, policy, symbols);
    assertEquals(
        Arrays.toString(block),
        Arrays.toString(OneBlock.encode(vectorEncoder, books, policy, symbols)),
        what);
    if (random.nextInt(16) == 0) {
      block[random.nextInt(block.length)] ^= (byte) (1 << random.nextInt(8));
      BlockTools.repairCheck(books, block);
    }
    return block;
  }

  /** What became of each block, and all that was written. */
  private static String outcomes(BlockDecoder decoder, BookSet books, List<byte[]> blocks) {
    byte[] symbols = new byte[blocks.size() * ROOM];
    Batch batch = new Batch(blocks.size());
    byte[] all = new byte[blocks.stream().mapToInt(block -> block.length).sum()];
    int at = 0;
    for (int i = 0; i < blocks.size(); i++) {
      byte[] block = blocks.get(i);
      System.arraycopy(block, 0, all, at, block.length);
      batch.add(at, block.length, (long) i * ROOM, ROOM);
      at += block.length;
    }
    decoder.decode(
        books, Limits.DEFAULT, MemorySegment.ofArray(all), MemorySegment.ofArray(symbols), batch);
    StringBuilder outcomes = new StringBuilder();
    for (int i = 0; i < blocks.size(); i++) {
      outcomes
          .append(batch.ok(i) ? "ok " + batch.bytes(i) : batch.fault(i) + " at " + batch.faultAt(i))
          .append(' ')
          .append(Arrays.hashCode(Arrays.copyOfRange(symbols, i * ROOM, (i + 1) * ROOM)))
          .append('\n');
    }
    return outcomes.toString();
  }
}
