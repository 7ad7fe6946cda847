package vail.bridge.board;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.Optional;

/** A board on which something goes wrong from a moment on, until it was reset so many times. */
final class FailingBoard implements BoardTransport {
  private final BoardTransport board;
  private Optional<Mischief> mischief = Optional.empty();
  private int resets;
  private int jobs;
  private boolean begun;
  private boolean closed;

  FailingBoard(BoardTransport board) {
    this.board = board;
  }

  /** From now on, and no longer than so many resets. */
  void begin(Mischief what, int untilResets) {
    mischief = Optional.of(what);
    resets = untilResets;
    begun = false;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public String description() {
    return "failing " + board.description();
  }

  @Override
  public long memoryAt() {
    return board.memoryAt();
  }

  @Override
  public long memoryBytes() {
    return board.memoryBytes();
  }

  private void reach() throws IOException {
    if (mischief.equals(Optional.of(Mischief.VANISHES))) {
      throw new IOException("no such device");
    }
  }

  @Override
  public int readRegister(int address) throws IOException {
    reach();
    int value = board.readRegister(address);
    return mischief.map(what -> what.read(address, value, begun)).orElse(value);
  }

  @Override
  public void writeRegister(int address, int value) throws IOException {
    if (address == Registers.STATUS && mischief.isPresent() && --resets == 0) {
      mischief = Optional.empty();
    }
    begun = address == Registers.CONTROL || begun && address != Registers.STATUS;
    jobs = address == Registers.COUNT ? value : jobs;
    reach();
    board.writeRegister(address, value);
  }

  @Override
  public void toDevice(MemorySegment from, long address) throws IOException {
    reach();
    MemorySegment sent = MemorySegment.ofArray(from.toArray(JAVA_BYTE));
    mischief.ifPresent(what -> what.sent(sent));
    from.copyFrom(sent);
    board.toDevice(from, address);
    mischief.ifPresent(what -> what.sent(from)); // what the driver holds is as it was
  }

  @Override
  public void fromDevice(long address, MemorySegment to) throws IOException {
    reach();
    board.fromDevice(address, to);
    mischief.ifPresent(what -> what.fetched(to, jobs));
  }

  @Override
  public void waitIdle(Duration most) throws IOException {
    reach();
    board.waitIdle(most);
  }

  @Override
  public void close() {
    closed = true;
    board.close();
  }
}
