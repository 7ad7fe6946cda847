package vail.bridge.board;

import java.lang.foreign.MemorySegment;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.ScalarPayload;
import vail.block.SoftwareDecoder;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;

/** What the software says of single blocks. */
final class Opinion {
  private static final BlockDecoder SOFTWARE = new SoftwareDecoder(ScalarPayload::new);

  private final BookSet books;
  private final Limits limits;
  private final MemorySegment blocks;
  private final Batch one = new Batch(1);
  private MemorySegment symbols = MemorySegment.NULL;

  Opinion(BookSet books, Limits limits, MemorySegment blocks) {
    this.books = books;
    this.limits = limits;
    this.blocks = blocks;
  }

  /** Looks at a block of a decoder's batch. */
  void on(Batch batch, int i) {
    if (symbols.byteSize() == 0) {
      symbols = MemorySegment.ofArray(new byte[Limits.MAX_BLOCK_SYMBOLS]);
    }
    int room = (int) Math.min(batch.targetRoom(i), symbols.byteSize());
    one.clear();
    one.add(batch.sourceAt(i), batch.sourceBytes(i), 0, room);
    SOFTWARE.decode(books, limits, blocks, symbols, one);
  }

  /** Whether nothing is wrong with it. */
  boolean isSound() {
    return one.ok(0);
  }

  Fault fault() {
    return one.fault(0);
  }

  long faultAt() {
    return one.faultAt(0);
  }
}
