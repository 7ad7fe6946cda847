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
      workspace.land(symbols, batch);
    } finally {
      workspace.flight.clear();
      workspaces.giveBack(workspace);
    }
  }

  /** The scratch of one thread in a call. */
  private static final class Workspace {
    private final PayloadCoder kernel;
    private final FrameReader frame = new FrameReader();
    private final Flight flight = new Flight();
    private final byte[] symbols = new byte[Limits.MAX_BLOCK_SYMBOLS + PayloadCoder.SLACK];

    Workspace(PayloadCoder kernel) {
      this.kernel = kernel;
    }

    void decode(
        BookSet books, Limits limits, MemorySegment from, MemorySegment to, Batch batch, int i) {
      try {
        check(books, limits, from, batch, i);
        switch (frame.kind()) {
          case RAW -> release(flight.in(), payloadAt(), frame.symbols(), to, batch, i);
          case CONSTANT -> {
            Arrays.fill(symbols, 0, frame.symbols(), flight.in()[payloadAt()]);
            release(symbols, 0, frame.symbols(), to, batch, i);
          }
          case CODED -> board(books.book(frame.slot(), frame.epoch()), to, batch, i);
        }
      } catch (VailFormatException e) {
        batch.fail(i, e.fault(), e.offset());
      }
    }

    /** Copies a block and checks all but its payload, in the order of B-21. */
    private void check(BookSet books, Limits limits, MemorySegment from, Batch batch, int i) {
      long at = batch.sourceAt(i);
      int length = batch.sourceBytes(i);
      frame.readHead(from, at, length);
      boolean coded = frame.kind() == Kind.CODED;
      if (coded) {
        frame.checkLayout(books.book(frame.slot(), frame.epoch()));
      }
      frame.checkBias();
      frame.readTail(from, at, length, limits);
      frame.checkEnd(length);
      if (frame.symbols() > batch.targetRoom(i)) {
        throw new VailFormatException(
            Fault.OUTPUT_TOO_SMALL, 4, frame.symbols() + " symbols do not fit");
      }
      MemorySegment.copy(from, ValueLayout.JAVA_BYTE, at, flight.in(), flight.blockAt(), length);
      if (coded) {
        Codebook book = books.book(frame.slot(), frame.epoch());
        frame.checkCoded(book, flight.in(), flight.blockAt());
      } else {
        frame.checkPlain(flight.in(), flight.blockAt());
      }
    }

    private int payloadAt() {
      return flight.blockAt() + frame.payloadAt();
    }

    /** A payload that flies waits until the flight is full; others are decoded at once. */
    private void board(Codebook book, MemorySegment to, Batch batch, int i) {
      flight.board(book, frame, i);
      if (!kernel.flies(book, frame.layout())) {
        decodeAlone(flight.size() - 1, to, batch);
        flight.leave();
      } else if (flight.size() == Flight.SIZE) {
        land(to, batch);
      }
    }

    /** Decodes whatever is aboard. */
    void land(MemorySegment to, Batch batch) {
      int size = flight.size();
      if (size == Flight.SIZE - 1) {
        flight.repeatLast();
      }
      boolean sound = flight.size() == Flight.SIZE && kernel.decode(flight);
      for (int k = 0; k < size; k++) {
        if (sound) {
          release(
              flight.symbols(), flight.symbolsAt(k), flight.count(k), to, batch, flight.index(k));
        } else {
          decodeAlone(k, to, batch);
        }
      }
      flight.clear();
    }

    private void decodeAlone(int k, MemorySegment to, Batch batch) {
      try {
        kernel.decode(
            flight.book(k),
            flight.bias(k),
            flight.layout(k),
            flight.in(),
            flight.at(k),
            flight.bytes(k),
            symbols,
            flight.count(k));
        release(symbols, 0, flight.count(k), to, batch, flight.index(k));
      } catch (VailFormatException e) {
        batch.fail(flight.index(k), e.fault(), e.within(flight.offset(k)).offset());
      }
    }

    private static void release(
        byte[] decoded, int at, int count, MemorySegment to, Batch batch, int i) {
      MemorySegment.copy(decoded, at, to, ValueLayout.JAVA_BYTE, batch.targetAt(i), count);
      batch.succeed(i, count);
    }
  }
}
