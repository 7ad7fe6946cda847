package vail.bridge.board;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.time.Duration;

/** A transport whose refusals are the device's trouble. */
final class Link implements AutoCloseable {
  private final BoardTransport board;
  private final Arena arena = Arena.ofShared();

  Link(BoardTransport board) {
    this.board = board;
  }

  /** Memory of the host that lives as long as the link. */
  Arena arena() {
    return arena;
  }

  long memoryAt() {
    return board.memoryAt();
  }

  long memoryBytes() {
    return board.memoryBytes();
  }

  int read(int address) throws BoardTroubleException {
    try {
      return board.readRegister(address);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  void write(int address, int value) throws BoardTroubleException {
    try {
      board.writeRegister(address, value);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  /** Writes two registers, the low half first. */
  void writeLong(int address, long value) throws BoardTroubleException {
    write(address, (int) value);
    write(address + Integer.BYTES, (int) (value >>> Integer.SIZE));
  }

  void upload(MemorySegment from, long address) throws BoardTroubleException {
    try {
      board.toDevice(from, address);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  void download(long address, MemorySegment to) throws BoardTroubleException {
    try {
      board.fromDevice(address, to);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  void await(Duration most) throws BoardTroubleException {
    try {
      board.waitIdle(most);
    } catch (IOException e) {
      throw lost(e);
    }
  }

  private static BoardTroubleException lost(IOException e) {
    return new BoardTroubleException(Trouble.LOST, String.valueOf(e.getMessage()));
  }

  @Override
  public void close() {
    board.close();
    if (arena.scope().isAlive()) {
      arena.close();
    }
  }
}
