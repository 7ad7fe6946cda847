package vail.bridge.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.bridge.circuit.Batches;

/** Boards whose drivers offer files, tried with files. */
class DeviceFilesTest {
  private static final int MEMORY = 1 << 16;

  @TempDir Path folder;

  @AfterEach
  void allFilesAreClosed() {
    assertEquals(0, Posix.openFiles());
  }

  private String xdma() throws IOException {
    Path prefix = folder.resolve("xdma0");
    Files.write(Path.of(prefix + "_user"), new byte[4096]);
    Files.write(Path.of(prefix + "_h2c_0"), new byte[MEMORY]);
    Files.write(Path.of(prefix + "_c2h_0"), new byte[MEMORY]);
    return prefix.toString();
  }

  @Test
  void registersAreWordsOfTheFirstFile() throws Exception {
    try (BoardTransport board = new XdmaKind().open(xdma())) {
      board.writeRegister(Registers.COUNT, 0x12345678);

      assertEquals(0x12345678, board.readRegister(Registers.COUNT));
      ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("xdma0_user")));
      assertEquals(0x12345678, file.order(ByteOrder.LITTLE_ENDIAN).getInt(Registers.COUNT));
    }
  }

  @Test
  void memoryIsWrittenByOneFileAndReadByAnother() throws Exception {
    try (BoardTransport board = new XdmaKind().open(xdma());
        Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom("twelve bytes");
      board.toDevice(bytes, 100);
      Files.copy(
          folder.resolve("xdma0_h2c_0"),
          folder.resolve("xdma0_c2h_0"),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
    try (BoardTransport board = new XdmaKind().open(folder.resolve("xdma0").toString());
        Arena arena = Arena.ofConfined()) {
      MemorySegment back = arena.allocate(13);
      board.fromDevice(100, back);
      assertEquals("twelve bytes", back.getString(0));
    }
  }

  @Test
  void memoryThatEndsIsAnError() throws Exception {
    try (BoardTransport board = new XdmaKind().open(xdma());
        Arena arena = Arena.ofConfined()) {
      IOException e =
          assertThrows(IOException.class, () -> board.fromDevice(MEMORY - 10, arena.allocate(11)));

      assertTrue(e.getMessage().endsWith("xdma0_c2h_0 ends at " + MEMORY), e.getMessage());
    }
  }

  @Test
  void aFileThatIsNotThereIsNamed() throws Exception {
    Files.delete(Path.of(xdma() + "_c2h_0"));

    assertEquals(
        folder.resolve("xdma0_c2h_0")
            + ": No such file or directory (is the board's driver loaded?)",
        assertThrows(
                AbsentBoardException.class,
                () -> new XdmaKind().open(folder.resolve("xdma0").toString()))
            .getMessage());
  }

  @Test
  void whatIsNoPlaceIsRefused() {
    for (String where : new String[] {"", "a,b,c", "a,12x", "a,-1"}) {
      assertThrows(AbsentBoardException.class, () -> new XdmaKind().open(where), where);
    }
    for (String where : new String[] {"", "a,b,c", "a,b,zero,1", "a,b,0,1,2"}) {
      assertThrows(AbsentBoardException.class, () -> new UioKind().open(where), where);
    }
  }

  /** The whole driver, through files, with the simulated kernel behind them. */
  @Test
  void anotherBoardIsATransportAndItsName() {
    Boards.simulated("", Boards.LEAST_BYTES).close();
    switch (Backends.probe("board:files:" + folder)) {
      case Probe.Ready(Backend backend) -> {
        try (backend) {
          new Batches().compare(backend, 80, 3);
        }
      }
      case Probe.Absent(String reason) -> throw new AssertionError(reason);
    }
  }
}
