package vail.block;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.function.Supplier;
import vail.block.BlockHeader.Kind;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** The decoder of every software backend: checks and frame around a {@link PayloadCoder}. */
public final class SoftwareDecoder implements BlockDecoder {
  private final WorkspacePool<Workspace> workspaces;

  /** A decoder over a kernel; each thread that is in a call at once gets a kernel of its own. */
  public SoftwareDecoder(Supplier<PayloadCoder> kernels) {
    workspaces = new WorkspacePool<>(() -> new Workspace(kernels.get()));
  }

  @Override
  public void decode(
      BookSet books, Limits limits, MemorySegment blocks, MemorySegment symbols, Batch batch) {
    Workspace workspace = workspaces.take();
    try {
      for (int i = 0; i < batch.size(); i++) {
        workspace.decode(books, limits, blocks, symbols, batch, i);
      }
    } finally {
      workspaces.giveBack(workspace);
    }
  }

  /** The scratch of one thread in a call. */
  private static final class Workspace {
    private final PayloadCoder kernel;
    private final FrameReader frame = new FrameReader();
    private final byte[] block =
        new byte[BlockSize.FRAME + PayloadCoder.MAX_PAYLOAD + PayloadCoder.SLACK];
    private final byte[] symbols = new byte[Limits.MAX_BLOCK_SYMBOLS + PayloadCoder.SLACK];

    Workspace(PayloadCoder kernel) {
      this.kernel = kernel;
    }

    void decode(
        BookSet books, Limits limits, MemorySegment from, MemorySegment to, Batch batch, int i) {
      try {
        int count = decode(books, limits, from, batch, i);
        MemorySegment.copy(symbols, 0, to, ValueLayout.JAVA_BYTE, batch.targetAt(i), count);
        batch.succeed(i, count);
      } catch (VailFormatException e) {
        batch.fail(i, e.fault(), e.offset());
      }
    }

    /** Leaves the symbols of a block in the scratch; the order of steps is that of B-21. */
    private int decode(BookSet books, Limits limits, MemorySegment from, Batch batch, int i) {
      long at = batch.sourceAt(i);
      int length = batch.sourceBytes(i);
      frame.readHead(from, at, length);
      if (frame.kind() == Kind.CODED) {
        frame.checkLayout(books.book(frame.slot(), frame.epoch()));
      }
      frame.checkBias();
      frame.readTail(from, at, length, limits);
      frame.checkEnd(length);
      if (frame.symbols() > batch.targetRoom(i)) {
        throw new VailFormatException(
            Fault.OUTPUT_TOO_SMALL, 4, frame.symbols() + " symbols do not fit");
      }
      MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, block, 0, length);
      switch (frame.kind()) {
        case RAW -> copyRaw();
        case CONSTANT -> repeat();
        case CODED -> decodePayload(books.book(frame.slot(), frame.epoch()));
      }
      return frame.symbols();
    }

    private void copyRaw() {
      frame.checkPlain(block);
      System.arraycopy(block, frame.payloadAt(), symbols, 0, frame.symbols());
    }

    private void repeat() {
      frame.checkPlain(block);
      Arrays.fill(symbols, 0, frame.symbols(), block[frame.payloadAt()]);
    }

    private void decodePayload(Codebook book) {
      frame.checkCoded(book, block);
      try {
        kernel.decode(
            book,
            frame.bias(),
            frame.layout(),
            block,
            frame.payloadAt(),
            frame.payloadBytes(),
            symbols,
            frame.symbols());
      } catch (VailFormatException e) {
        throw e.within(frame.payloadAt());
      }
    }
  }
}
