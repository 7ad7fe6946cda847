package vail.bridge.board;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vail.backend.Capabilities;
import vail.backend.ClockedBackend;
import vail.backend.Cycles;
import vail.backend.Feature;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.code.BookClass;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * A board with the kernel {@code vail_kernel}. One call at a time is on the device; others wait.
 * Blocks that a failing device could not do end as INTERNAL.
 */
final class FpgaBackend implements ClockedBackend {
  private static final Capabilities CLAIMS =
      new Capabilities(
          Set.of(Layout.LINK.lanes()),
          Set.of(Layout.LINK.wordBits()),
          Set.of(BookClass.SHORT),
          Set.of(Feature.CONSTANT, Feature.STREAMED, Feature.PREVIOUS));

  private final String version;
  private final Pipeline pipeline;

  /**
   * Makes sure of a board and resets it; it is closed with this backend, or if it is refused.
   *
   * @param operator hears of each trouble with the device
   * @throws BoardTroubleException if there is no kernel that this driver is for
   */
  FpgaBackend(
      BoardTransport board, Kernel.Patience patience, Consumer<BoardTroubleException> operator)
      throws BoardTroubleException {
    version = board.description();
    pipeline = Pipeline.open(board, patience, operator);
  }

  @Override
  public String name() {
    return BoardProvider.NAME;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Capabilities capabilities() {
    return CLAIMS;
  }

  @Override
  public BlockEncoder encoder() {
    return this::encode;
  }

  @Override
  public BlockDecoder decoder() {
    return this::decode;
  }

  private synchronized void encode(
      BookSet books,
      EncodePolicy policy,
      MemorySegment symbols,
      MemorySegment blocks,
      Batch batch) {
    batch.checkWithin(symbols, blocks);
    try {
      Plan plan = Plan.of(books, policy);
      pipeline.code(new Encoding(plan, symbols, blocks, batch));
    } catch (VailFormatException e) {
      for (int i = 0; i < batch.size(); i++) {
        batch.fail(i, e.fault(), e.offset());
      }
    }
  }

  private synchronized void decode(
      BookSet books, Limits limits, MemorySegment blocks, MemorySegment symbols, Batch batch) {
    batch.checkWithin(blocks, symbols);
    pipeline.code(new Decoding(books, limits, blocks, symbols, batch));
  }

  @Override
  public Cycles encoderCycles() {
    return Totals.of(Way.ENCODE);
  }

  @Override
  public Cycles decoderCycles() {
    return Totals.of(Way.DECODE);
  }

  /** Why the device was given up, if it was. */
  synchronized Optional<Trouble> givenUp() {
    return pipeline.givenUp().map(BoardTroubleException::trouble);
  }

  @Override
  public synchronized void close() {
    pipeline.close();
  }
}
