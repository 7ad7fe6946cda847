package vail.bridge.board;

import java.lang.foreign.MemorySegment;
import java.time.Duration;

/** Registers that are right but for one thing. */
final class OtherKernel implements BoardTransport {
  private static final int IDLE = 4;

  private final Trouble trouble;
  private boolean closed;

  OtherKernel(Trouble trouble) {
    this.trouble = trouble;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public String description() {
    return "another kernel";
  }

  @Override
  public long memoryAt() {
    return 0;
  }

  @Override
  public long memoryBytes() {
    return trouble == Trouble.OUT_OF_MEMORY ? 100_000 : 1 << 20;
  }

  @Override
  public int readRegister(int address) {
    return switch (address) {
      case Registers.IDENTITY -> trouble == Trouble.NO_KERNEL ? -1 : 0x5641494C;
      case Registers.VERSION ->
          switch (trouble) {
            case OTHER_VERSION -> 0x08100002;
            case OTHER_SHAPE -> 0x08200001;
            default -> 0x08100001;
          };
      case Registers.CONTROL -> IDLE;
      case Registers.STATUS -> trouble == Trouble.NEVER_RESET ? 1 : 0;
      default -> 0;
    };
  }

  @Override
  public void writeRegister(int address, int value) {}

  @Override
  public void toDevice(MemorySegment from, long address) {}

  @Override
  public void fromDevice(long address, MemorySegment to) {}

  @Override
  public void waitIdle(Duration most) {}

  @Override
  public void close() {
    closed = true;
  }
}
