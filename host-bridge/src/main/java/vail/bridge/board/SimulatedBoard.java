package vail.bridge.board;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/** The kernel, simulated cycle by cycle, with memory beside it. Its clock stands between calls. */
final class SimulatedBoard implements BoardTransport {
  /** Cycles that a wait lasts: some milliseconds of a simulation. */
  private static final long CYCLES = 1024;

  /** Beyond what 32 bits can say. */
  private static final long MEMORY_AT = 3L << 32;

  private final BoardLibrary library;
  private final long memoryBytes;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment word = arena.allocate(JAVA_INT);
  private final MemorySegment board;
  private boolean open = true;

  /**
   * A board.
   *
   * @param pace of 256 cycles those in which its memory is ready
   * @throws AbsentBoardException if it cannot be made
   */
  SimulatedBoard(BoardLibrary library, long memoryBytes, int pace) throws AbsentBoardException {
    this.library = library;
    this.memoryBytes = memoryBytes;
    try {
      MemorySegment result = arena.allocate(ADDRESS);
      int fault = (int) library.open.invokeExact(MEMORY_AT, memoryBytes, pace, result);
      if (fault != 0) {
        throw new AbsentBoardException("the simulation cannot be opened, fault " + fault);
      }
      board = result.get(ADDRESS, 0);
    } catch (AbsentBoardException e) {
      arena.close();
      throw e;
    } catch (Throwable e) {
      throw BoardLibrary.unexpected(e);
    }
  }

  @Override
  public String description() {
    return "simulated kernel";
  }

  @Override
  public long memoryAt() {
    return MEMORY_AT;
  }

  @Override
  public long memoryBytes() {
    return memoryBytes;
  }

  @Override
  public int readRegister(int address) throws IOException {
    try {
      check((int) library.read.invokeExact(board(), address, word), "reading a register");
      return word.get(JAVA_INT, 0);
    } catch (Throwable e) {
      throw trouble(e);
    }
  }

  @Override
  public void writeRegister(int address, int value) throws IOException {
    try {
      check((int) library.write.invokeExact(board(), address, value), "writing a register");
    } catch (Throwable e) {
      throw trouble(e);
    }
  }

  @Override
  public void toDevice(MemorySegment from, long address) throws IOException {
    try {
      check(
          (int) library.toDevice.invokeExact(board(), address, from, from.byteSize()),
          "writing memory");
    } catch (Throwable e) {
      throw trouble(e);
    }
  }

  @Override
  public void fromDevice(long address, MemorySegment to) throws IOException {
    try {
      check(
          (int) library.fromDevice.invokeExact(board(), address, to.byteSize(), to),
          "reading memory");
    } catch (Throwable e) {
      throw trouble(e);
    }
  }

  @Override
  public void waitIdle(Duration most) throws IOException {
    try {
      check((int) library.run.invokeExact(board(), CYCLES, word), "running");
    } catch (Throwable e) {
      throw trouble(e);
    }
  }

  /** How many there are in this process; none once every one is closed. */
  int boards() {
    try {
      return (int) library.count.invokeExact();
    } catch (Throwable e) {
      throw BoardLibrary.unexpected(e);
    }
  }

  private MemorySegment board() {
    if (!open) {
      throw new IllegalStateException("the board is closed");
    }
    return board;
  }

  private static void check(int fault, String what) throws IOException {
    if (fault != 0) {
      throw new IOException(what + " of the simulated board: fault " + fault);
    }
  }

  /** What a call met: the board's refusal, its end, or what no call should meet. */
  private static IllegalStateException trouble(Throwable e) throws IOException {
    return switch (e) {
      case IOException refusal -> throw refusal;
      case IllegalStateException closed -> closed;
      default -> BoardLibrary.unexpected(e);
    };
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      int ignored = (int) library.close.invokeExact(board);
    } catch (Throwable e) {
      throw BoardLibrary.unexpected(e);
    } finally {
      arena.close();
    }
  }
}
