package vail.bridge.board;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** A kernel of an {@code .xclbin} that XRT loads, and one buffer in the bank that it reaches. */
final class XrtBoard implements BoardTransport {
  private static final String KERNEL = "vail_board";

  /** The argument of {@code fpga/boards/vitis/kernel.xml} that lies in the bank of the masters. */
  private static final int JOBS = 0;

  private static final int UUID_BYTES = 16;
  private static final long MEMORY_BYTES = 16L << 20;
  private static final int TO_DEVICE = 0;
  private static final int FROM_DEVICE = 1;

  /** A call whose result says how it went. */
  private interface Call {
    int run() throws Throwable;
  }

  /** A call that makes something. */
  private interface Making {
    MemorySegment run() throws Throwable;
  }

  private final XrtLibrary xrt;
  private final String file;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment word = arena.allocate(JAVA_INT);
  private final Deque<Call> closings = new ArrayDeque<>();
  private final MemorySegment kernel;
  private final MemorySegment buffer;
  private final long memoryAt;

  /**
   * Loads a file on a device.
   *
   * @param index of the device, as XRT counts
   * @throws AbsentBoardException what XRT refused
   */
  XrtBoard(XrtLibrary xrt, int index, String file) throws AbsentBoardException {
    this.xrt = xrt;
    this.file = file;
    try {
      MemorySegment device =
          made("device " + index, () -> (MemorySegment) xrt.deviceOpen.invokeExact(index));
      closings.push(() -> (int) xrt.deviceClose.invokeExact(device));
      MemorySegment name = arena.allocateFrom(file);
      done("loading " + file, () -> (int) xrt.loadXclbinFile.invokeExact(device, name));
      MemorySegment uuid = arena.allocate(UUID_BYTES);
      done("the id of " + file, () -> (int) xrt.xclbinUuid.invokeExact(device, uuid));
      MemorySegment kernelName = arena.allocateFrom(KERNEL);
      kernel =
          made(
              "the kernel " + KERNEL,
              () -> (MemorySegment) xrt.kernelOpen.invokeExact(device, uuid, kernelName));
      closings.push(() -> (int) xrt.kernelClose.invokeExact(kernel));
      int bank = group();
      buffer =
          made(
              MEMORY_BYTES + " bytes of bank " + bank,
              () -> (MemorySegment) xrt.bufferAlloc.invokeExact(device, MEMORY_BYTES, 0L, bank));
      closings.push(() -> (int) xrt.bufferFree.invokeExact(buffer));
      memoryAt = (long) xrt.bufferAddress.invokeExact(buffer);
    } catch (IOException e) {
      close();
      throw new AbsentBoardException(String.valueOf(e.getMessage()));
    } catch (Throwable e) {
      close();
      throw XrtLibrary.unexpected(e);
    }
  }

  private int group() throws IOException {
    try {
      return (int) xrt.argGroup.invokeExact(kernel, JOBS);
    } catch (Throwable e) {
      throw XrtLibrary.unexpected(e);
    }
  }

  private static MemorySegment made(String what, Making making) throws IOException {
    try {
      MemorySegment made = making.run();
      if (made.address() == 0) {
        throw new IOException("XRT refuses " + what);
      }
      return made;
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw XrtLibrary.unexpected(e);
    }
  }

  private static void done(String what, Call call) throws IOException {
    try {
      int error = call.run();
      if (error != 0) {
        throw new IOException("XRT refuses " + what + ", error " + error);
      }
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw XrtLibrary.unexpected(e);
    }
  }

  @Override
  public String description() {
    return "kernel of " + file;
  }

  @Override
  public long memoryAt() {
    return memoryAt;
  }

  @Override
  public long memoryBytes() {
    return MEMORY_BYTES;
  }

  @Override
  public int readRegister(int address) throws IOException {
    done("a register", () -> (int) xrt.readRegister.invokeExact(kernel, address, word));
    return word.get(JAVA_INT, 0);
  }

  @Override
  public void writeRegister(int address, int value) throws IOException {
    done("a register", () -> (int) xrt.writeRegister.invokeExact(kernel, address, value));
  }

  @Override
  public void toDevice(MemorySegment from, long address) throws IOException {
    long at = address - memoryAt;
    long bytes = from.byteSize();
    done("memory", () -> (int) xrt.bufferWrite.invokeExact(buffer, from, bytes, at));
    done("a copy", () -> (int) xrt.bufferSync.invokeExact(buffer, TO_DEVICE, bytes, at));
  }

  @Override
  public void fromDevice(long address, MemorySegment to) throws IOException {
    long at = address - memoryAt;
    long bytes = to.byteSize();
    done("a copy", () -> (int) xrt.bufferSync.invokeExact(buffer, FROM_DEVICE, bytes, at));
    done("memory", () -> (int) xrt.bufferRead.invokeExact(buffer, to, bytes, at));
  }

  @Override
  public void waitIdle(Duration most) throws IOException {
    Polling.untilIdle(this, most);
  }

  /** What XRT says to that does not matter: a device that is gone has nothing left to give back. */
  @Override
  public void close() {
    while (!closings.isEmpty()) {
      try {
        int ignored = closings.pop().run();
      } catch (Throwable e) {
        throw XrtLibrary.unexpected(e);
      }
    }
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
