package vail.testing;

import java.lang.foreign.MemorySegment;
import java.util.zip.CRC32C;
import vail.block.Bias;
import vail.block.BlockEncoder;
import vail.block.BlockHeader;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.OneBlock;
import vail.block.Selection;
import vail.code.BookSet;
import vail.fault.Limits;

/** What tests do to blocks from outside, with nothing of the codec's own but the header. */
public final class BlockTools {
  private BlockTools() {}

  /** Makes the check of a damaged block right again, so that later checks have their turn. */
  public static void repairCheck(BookSet books, byte[] block) {
    if (block.length < 12) {
      return;
    }
    boolean streamed = (block[2] & 1 << 5) != 0;
    int tail = streamed ? block.length - 6 : 6;
    byte[] seed = new byte[8];
    if (books.holds(block[0] & 0xff, block[1] & 0xff)) {
      books.book(block[0] & 0xff, block[1] & 0xff).copyDigest(seed, 0, 8);
    }
    CRC32C crc = new CRC32C();
    crc.update(seed);
    crc.update(block, 0, 6);
    crc.update(block, streamed ? 6 : 12, block.length - 12);
    crc.update(block, tail, 2);
    for (int i = 0; i < 4; i++) {
      block[tail + 2 + i] = (byte) (crc.getValue() >>> 8 * i);
    }
  }

  /** Encodes symbols with the very options that a block's header names. */
  public static byte[] encodedLike(
      BlockEncoder encoder, BookSet books, byte[] block, byte[] symbols) {
    BlockHeader header = BlockHeader.parse(MemorySegment.ofArray(block), Limits.DEFAULT);
    Selection raw = new Selection.Raw();
    Selection selection =
        header
            .book()
            .<Selection>map(id ->
                new Selection.Fixed(
                    id, new Bias.Absolute(header.bias()), header.layout().orElseThrow()))
            .orElse(raw);
    ConstantBlocks constant =
        header.kind() == BlockHeader.Kind.CONSTANT ? ConstantBlocks.ON : ConstantBlocks.OFF;
    EncodePolicy policy = new EncodePolicy(selection, constant, header.order());
    return OneBlock.encode(encoder, books, policy, symbols);
  }
}
