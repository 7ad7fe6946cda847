package vail.bridge.board;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

/**
 * A board made of files, and of the simulated kernel, which answers when a register file was
 * written: the driver's way to it is that of a real board. Counts as a second board: this class and
 * {@link FileKind} are all that it took.
 */
final class FileBoard implements BoardTransport {
  private static final int[] ANSWERS =
      IntStream.concat(
              IntStream.iterate(0, at -> at <= Registers.BLOCKED, at -> at + Integer.BYTES),
              IntStream.of(
                  Way.ENCODE.books() + Registers.BOOK_STATUS,
                  Way.DECODE.books() + Registers.BOOK_STATUS))
          .toArray();

  private final BoardTransport files;
  private final SimulatedBoard model;
  private final Path memory;

  private FileBoard(BoardTransport files, SimulatedBoard model, Path memory) throws IOException {
    this.files = files;
    this.model = model;
    this.memory = memory;
    answer();
  }

  /** Makes the files of a board in a folder. */
  static FileBoard in(Path folder, SimulatedBoard model) throws IOException, AbsentBoardException {
    Path registers = Files.write(folder.resolve("registers"), new byte[4096]);
    Path memory = Files.write(folder.resolve("memory"), new byte[(int) model.memoryBytes()]);
    String where = registers + "," + memory + "," + model.memoryAt() + "," + model.memoryBytes();
    return new FileBoard(new UioKind().open(where), model, memory);
  }

  /** What the registers of the model say goes into the file. */
  private void answer() throws IOException {
    for (int at : ANSWERS) {
      files.writeRegister(at, model.readRegister(at));
    }
  }

  /** What lies at an address, in the file. */
  private RandomAccessFile at(long address) throws IOException {
    RandomAccessFile file = new RandomAccessFile(memory.toFile(), "rw");
    file.seek(address - memoryAt());
    return file;
  }

  @Override
  public String description() {
    return files.description();
  }

  @Override
  public long memoryAt() {
    return files.memoryAt();
  }

  @Override
  public long memoryBytes() {
    return files.memoryBytes();
  }

  @Override
  public int readRegister(int address) throws IOException {
    return files.readRegister(address);
  }

  @Override
  public void writeRegister(int address, int value) throws IOException {
    files.writeRegister(address, value);
    model.writeRegister(address, files.readRegister(address));
    answer();
  }

  @Override
  public void toDevice(MemorySegment from, long address) throws IOException {
    files.toDevice(from, address);
    byte[] written = new byte[(int) from.byteSize()];
    try (Arena arena = Arena.ofConfined();
        RandomAccessFile file = at(address)) {
      file.readFully(written);
      model.toDevice(arena.allocateFrom(JAVA_BYTE, written), address);
    }
  }

  @Override
  public void fromDevice(long address, MemorySegment to) throws IOException {
    try (Arena arena = Arena.ofConfined();
        RandomAccessFile file = at(address)) {
      MemorySegment there = arena.allocate(to.byteSize());
      model.fromDevice(address, there);
      file.write(there.toArray(JAVA_BYTE));
    }
    files.fromDevice(address, to);
  }

  @Override
  public void waitIdle(Duration most) throws IOException {
    model.waitIdle(most);
    answer();
    files.waitIdle(Duration.ZERO);
  }

  @Override
  public void close() {
    files.close();
    model.close();
  }
}
