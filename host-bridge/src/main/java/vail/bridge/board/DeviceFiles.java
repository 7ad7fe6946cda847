package vail.bridge.board;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.time.Duration;

/**
 * A board whose drivers offer files: one whose first page is the kernel's registers, and one or two
 * through which memory is written and read at offsets.
 */
final class DeviceFiles implements BoardTransport {
  private static final long PAGE = 4096;

  private static final VarHandle REGISTER = ValueLayout.JAVA_INT.varHandle();

  /**
   * Names of files, and where they lead.
   *
   * @param registers the kernel's registers
   * @param toMemory writes memory
   * @param fromMemory reads it
   * @param at address of the first byte of memory, which is at offset {@code offset} of its files
   * @param offset of the files
   * @param bytes of memory
   */
  record Names(
      String registers, String toMemory, String fromMemory, long at, long offset, long bytes) {}

  private final Names names;
  private final Posix registerFile;
  private final Posix toMemory;
  private final Posix fromMemory;
  private final MemorySegment registers;

  private DeviceFiles(Names names, Posix registerFile, Posix toMemory, Posix fromMemory)
      throws IOException {
    this.names = names;
    this.registerFile = registerFile;
    this.toMemory = toMemory;
    this.fromMemory = fromMemory;
    this.registers = registerFile.map(PAGE);
  }

  /**
   * Opens the files.
   *
   * @throws AbsentBoardException which of them cannot be used
   */
  static DeviceFiles open(Names names) throws AbsentBoardException {
    try (Unless opened = new Unless()) {
      Posix registers = opened.open(names.registers());
      Posix to = opened.open(names.toMemory());
      Posix from = opened.open(names.fromMemory());
      DeviceFiles board = new DeviceFiles(names, registers, to, from);
      opened.keep();
      return board;
    } catch (IOException e) {
      throw new AbsentBoardException(e.getMessage() + " (is the board's driver loaded?)");
    }
  }

  @Override
  public String description() {
    return "kernel at " + names.registers();
  }

  @Override
  public long memoryAt() {
    return names.at();
  }

  @Override
  public long memoryBytes() {
    return names.bytes();
  }

  @Override
  public int readRegister(int address) {
    return (int) REGISTER.getVolatile(registers, (long) address);
  }

  @Override
  public void writeRegister(int address, int value) {
    REGISTER.setVolatile(registers, (long) address, value);
  }

  @Override
  public void toDevice(MemorySegment from, long address) throws IOException {
    toMemory.write(from, address - names.at() + names.offset());
  }

  @Override
  public void fromDevice(long address, MemorySegment to) throws IOException {
    fromMemory.read(to, address - names.at() + names.offset());
  }

  @Override
  public void waitIdle(Duration most) throws IOException {
    Polling.untilIdle(this, most);
  }

  @Override
  public void close() {
    registerFile.close();
    toMemory.close();
    fromMemory.close();
  }
}
