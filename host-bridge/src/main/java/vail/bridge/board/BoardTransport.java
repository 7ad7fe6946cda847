package vail.bridge.board;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/**
 * The way to a board with the kernel {@code vail_kernel} on it: 32-bit registers, memory that the
 * kernel sees as well, and waiting. All that has to be written for another board. Used by one
 * thread at a time; every method may throw when the board is gone.
 */
public interface BoardTransport extends AutoCloseable {
  /** What it leads to, for people. */
  String description();

  /** Address of the first byte of memory, as the kernel counts; a multiple of 4096. */
  long memoryAt();

  /** Bytes of memory from there on. */
  long memoryBytes();

  /** Reads the register at a byte address of the kernel's 2 KiB. */
  int readRegister(int address) throws IOException;

  /** Writes a register; whatever was copied before is in memory by then. */
  void writeRegister(int address, int value) throws IOException;

  /** Copies native memory to the device's address. */
  void toDevice(MemorySegment from, long address) throws IOException;

  /** Copies from the device's address to native memory. */
  void fromDevice(long address, MemorySegment to) throws IOException;

  /**
   * Waits until the kernel interrupts, or so long; a simulation runs some cycles instead. Whether
   * the kernel is idle is for the caller to read.
   */
  void waitIdle(Duration most) throws IOException;

  /** Gives everything back; closing twice is nothing. */
  @Override
  void close();
}
