package vail.bridge.board;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.bridge.abi.VailLibrary;
import vail.bridge.simd.Compiler;

/** The calls of XRT, with a library in its place that has no board. */
@SuppressWarnings("restricted") // looks into the library that stands in
class XrtBoardTest {
  @TempDir Path folder;
  private Path xrt;

  @BeforeEach
  void makeXrt() throws Exception {
    Compiler compiler = new Compiler(folder, "-shared", "-fPIC", "-O1");
    compiler.require("<stdint.h>", "C compiler", "it compiles nothing (install gcc)");
    xrt = compiler.build("libxrt.so", List.of(Compiler.TESTS.resolve("xrt/xrt.c")));
  }

  private XrtBoard open(String name, String device) throws Exception {
    Path file = folder.resolve(name);
    Files.write(file, new byte[1]);
    return new XclbinKind(xrt.toString()).open(file + device);
  }

  private int openThings() throws Throwable {
    SymbolLookup library = SymbolLookup.libraryLookup(xrt, Arena.global());
    MethodHandle count = VailLibrary.handle(FunctionDescriptor.of(JAVA_INT));
    return (int) count.invokeExact(library.findOrThrow("fake_open_things"));
  }

  @Test
  void reachesRegistersAndMemory() throws Throwable {
    try (XrtBoard board = open("vail.xclbin", ",1");
        Arena arena = Arena.ofConfined()) {
      board.writeRegister(Registers.COUNT, 77);
      assertEquals(77, board.readRegister(Registers.COUNT));
      assertEquals(0x400000000L, board.memoryAt());
      board.toDevice(arena.allocateFrom("twelve bytes"), board.memoryAt() + 4096);
      board.toDevice(arena.allocate(4096), board.memoryAt());
      MemorySegment back = arena.allocate(13);
      board.fromDevice(board.memoryAt() + 4096, back);
      assertEquals("twelve bytes", back.getString(0));
    }
    assertEquals(0, openThings());
  }

  @Test
  void whatXrtRefusesIsAnError() throws Exception {
    try (XrtBoard board = open("vail.xclbin", "");
        Arena arena = Arena.ofConfined()) {
      long end = board.memoryAt() + board.memoryBytes();

      assertThrows(IOException.class, () -> board.readRegister(1 << 20));
      assertThrows(IOException.class, () -> board.toDevice(arena.allocate(2), end - 1));
      assertThrows(IOException.class, () -> board.fromDevice(end - 1, arena.allocate(2)));
    }
  }

  @Test
  void whatCannotBeOpenedIsSaidAndLeavesNothingOpen() throws Throwable {
    for (String[] refused :
        new String[][] {
          {"noload", "", "loading"},
          {"nokernel", "", "the kernel vail_board"},
          {"nobuffer", "", "16777216 bytes of bank 3"},
          {"vail.xclbin", ",2", "device 2"}
        }) {
      AbsentBoardException e =
          assertThrows(AbsentBoardException.class, () -> open(refused[0], refused[1]));

      assertTrue(e.getMessage().startsWith("XRT refuses " + refused[2]), e.getMessage());
    }
    assertEquals(0, openThings());
  }

  @Test
  void isAbsentWithoutXrtOrFile() throws Exception {
    Path file = Files.write(folder.resolve("vail.xclbin"), new byte[1]);

    assertTrue(
        assertThrows(
                AbsentBoardException.class,
                () -> new XclbinKind("libno_xrt.so").open(file.toString()))
            .getMessage()
            .startsWith("AMD's XRT cannot be loaded"));
    assertEquals(
        "there is no file \"nowhere\"",
        assertThrows(AbsentBoardException.class, () -> new XclbinKind().open("nowhere"))
            .getMessage());
  }
}
