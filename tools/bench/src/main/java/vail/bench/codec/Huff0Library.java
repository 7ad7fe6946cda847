package vail.bench.codec;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/** The functions of {@code huff0.c}. Stays loaded. */
@SuppressWarnings("restricted") // to call out of Java is what this class is for
final class Huff0Library {
  private static final String RESOURCE = "/native/libhuff0.so";
  private static final FunctionDescriptor OPEN = FunctionDescriptor.of(ADDRESS, ADDRESS);
  private static final FunctionDescriptor CLOSE = FunctionDescriptor.ofVoid(ADDRESS);
  private static final FunctionDescriptor ENCODE =
      FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);
  private static final FunctionDescriptor DECODE =
      FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG);

  private final MethodHandle open;
  private final MethodHandle close;
  private final MethodHandle encode;
  private final MethodHandle decode;

  private Huff0Library(SymbolLookup library) {
    open = handle(library, "huff0_open", OPEN);
    close = handle(library, "huff0_close", CLOSE);
    encode = handle(library, "huff0_encode", ENCODE);
    decode = handle(library, "huff0_decode", DECODE);
  }

  private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor type) {
    return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), type);
  }

  /**
   * Loads the library from the jar.
   *
   * @throws IOException if it is not there; the message completes "absent, because …"
   */
  static Huff0Library load() throws IOException {
    try (InputStream resource = Huff0Library.class.getResourceAsStream(RESOURCE)) {
      if (resource == null) {
        throw new IOException(
            "no C compiler or no static zstd was there when this was built"
                + " (apt install gcc libzstd-dev, build again)");
      }
      Path folder = Files.createTempDirectory("vail-bench");
      Path file = folder.resolve("libhuff0.so");
      try {
        Files.copy(resource, file);
        return new Huff0Library(SymbolLookup.libraryLookup(file, Arena.global()));
      } finally {
        Files.deleteIfExists(file);
        Files.delete(folder);
      }
    }
  }

  /** Tables from 256 counts, none of them zero. */
  MemorySegment open(int[] counts) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment tables = (MemorySegment) open.invokeExact(arena.allocateFrom(JAVA_INT, counts));
      if (tables.address() == 0) {
        throw new IllegalStateException("huff0 makes no tables of these counts");
      }
      return tables;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  void close(MemorySegment tables) {
    try {
      close.invokeExact(tables);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Bytes written to {@code to}; 0 where it would not be smaller, negative for an error. */
  long encode(MemorySegment tables, MemorySegment from, MemorySegment to) {
    try {
      return (long) encode.invokeExact(tables, from, from.byteSize(), to, to.byteSize());
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Symbols written to {@code to}, by one or two a look-up; negative for an error. */
  long decode(MemorySegment tables, int symbols, MemorySegment from, MemorySegment to) {
    try {
      return (long) decode.invokeExact(tables, symbols, from, from.byteSize(), to, to.byteSize());
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(Throwable e) {
    return e instanceof IllegalStateException known
        ? known
        : new IllegalStateException("a call of huff0 failed", e);
  }
}
