package vail.bridge.board;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/** The functions of {@code vail_board.h} in the module {@code fpga}. Stays loaded. */
@SuppressWarnings("restricted") // to call out of Java is what this class is for
final class BoardLibrary {
  private static final int INTERFACE = 1;

  final MethodHandle open;
  final MethodHandle write;
  final MethodHandle read;
  final MethodHandle toDevice;
  final MethodHandle fromDevice;
  final MethodHandle run;
  final MethodHandle count;
  final MethodHandle close;

  private BoardLibrary(SymbolLookup library) {
    open = bind(library, "open", JAVA_LONG, JAVA_LONG, JAVA_INT, ADDRESS);
    write = bind(library, "write", ADDRESS, JAVA_INT, JAVA_INT);
    read = bind(library, "read", ADDRESS, JAVA_INT, ADDRESS);
    toDevice = bind(library, "to_device", ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);
    fromDevice = bind(library, "from_device", ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS);
    run = bind(library, "run", ADDRESS, JAVA_LONG, ADDRESS);
    count = bind(library, "count");
    close = bind(library, "close", ADDRESS);
  }

  private static MethodHandle bind(
      SymbolLookup library, String name, java.lang.foreign.MemoryLayout... arguments) {
    MemorySegment function = library.findOrThrow("vail_board_" + name);
    return Linker.nativeLinker()
        .downcallHandle(function, FunctionDescriptor.of(JAVA_INT, arguments));
  }

  /**
   * Loads the library for as long as the program runs.
   *
   * @throws IllegalArgumentException if it cannot be loaded or speaks another version
   * @throws java.util.NoSuchElementException if a function is missing
   */
  static BoardLibrary load(Path file) {
    SymbolLookup library = SymbolLookup.libraryLookup(file, Arena.global());
    int version = version(bind(library, "version"));
    if (version != INTERFACE) {
      throw new IllegalArgumentException(
          "the library speaks version " + version + " of vail_board.h, not " + INTERFACE);
    }
    return new BoardLibrary(library);
  }

  private static int version(MethodHandle function) {
    try {
      return (int) function.invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** A downcall throws nothing of its own but for a mistake in how it is called. */
  static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("a call of vail_board.h failed", e);
  }
}
