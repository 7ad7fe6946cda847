package vail.bridge.abi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** The functions of a library that implements {@code core/spec/vail.h}. Stays loaded. */
@SuppressWarnings("restricted") // to call out of Java is what this class is for
public final class VailLibrary {
  /** The version of the interface that is spoken here: VAIL_INTERFACE. */
  public static final int INTERFACE = 1;

  private static final MethodHandle VERSION = handle(FunctionDescriptor.of(JAVA_INT));
  private static final MethodHandle OPEN =
      handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS));
  private static final MethodHandle DESCRIBE =
      handle(FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS));
  private static final MethodHandle CLOSE = handle(FunctionDescriptor.of(JAVA_INT, ADDRESS));

  private static final long TEXT_ROOM = 4096;

  private final SymbolLookup lookup;
  private final MemorySegment open;
  private final MemorySegment describe;
  private final MemorySegment close;
  private final MemorySegment loadBook;
  private final MemorySegment encode;
  private final MemorySegment decode;

  private VailLibrary(SymbolLookup library) {
    lookup = library;
    open = library.findOrThrow("vail_open");
    describe = library.findOrThrow("vail_describe");
    close = library.findOrThrow("vail_close");
    loadBook = library.findOrThrow("vail_load_book");
    encode = library.findOrThrow("vail_encode");
    decode = library.findOrThrow("vail_decode");
  }

  /**
   * Loads a library for as long as the program runs.
   *
   * @param file a shared library for this machine
   * @throws IllegalArgumentException if it cannot be loaded or speaks another version
   * @throws java.util.NoSuchElementException if a function is missing
   */
  public static VailLibrary load(Path file) {
    SymbolLookup library = SymbolLookup.libraryLookup(file, Arena.global());
    int version = version(library.findOrThrow("vail_version"));
    if (version != INTERFACE) {
      throw new IllegalArgumentException(
          "the library speaks version " + version + " of vail.h, not " + INTERFACE);
    }
    return new VailLibrary(library);
  }

  /** A handle for functions of a kind, which takes the function first. */
  public static MethodHandle handle(FunctionDescriptor function, Linker.Option... options) {
    return Linker.nativeLinker().downcallHandle(function, options);
  }

  private static int version(MemorySegment function) {
    try {
      return (int) VERSION.invokeExact(function);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** A downcall throws nothing of its own but for a mistake in how it is called. */
  static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("a call of vail.h failed", e);
  }

  /**
   * Opens a session.
   *
   * @param options as the library's own documentation says, e.g. {@code level=portable}
   * @param life closes the session at its end
   * @throws IllegalArgumentException if the library does not grant the options
   */
  MemorySegment open(String options, Arena life) {
    try (Arena arena = Arena.ofConfined()) {
      byte[] ascii = options.getBytes(StandardCharsets.US_ASCII);
      MemorySegment text = arena.allocateFrom(ValueLayout.JAVA_BYTE, ascii);
      MemorySegment result = arena.allocate(ADDRESS);
      int fault = (int) OPEN.invokeExact(open, text, (long) ascii.length, result);
      if (fault != 0) {
        throw new IllegalArgumentException(
            "the library answers the options \"" + options + "\" with fault " + fault);
      }
      return result.get(ADDRESS, 0).reinterpret(life, this::close);
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private void close(MemorySegment session) {
    try {
      int ignored = (int) CLOSE.invokeExact(close, session);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The lines key=value with which a session describes itself. */
  String describe(MemorySegment session) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(TEXT_ROOM);
      MemorySegment length = arena.allocate(JAVA_LONG);
      int fault = (int) DESCRIBE.invokeExact(describe, session, text, TEXT_ROOM, length);
      if (fault != 0) {
        throw new IllegalStateException("the library describes itself with fault " + fault);
      }
      byte[] ascii = text.asSlice(0, length.get(JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
      return new String(ascii, StandardCharsets.US_ASCII);
    } catch (IllegalStateException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * A function beyond those of {@code vail.h}.
   *
   * @throws java.util.NoSuchElementException if the library has none of that name
   */
  public MemorySegment function(String name) {
    return lookup.findOrThrow(name);
  }

  /** One that a library may do without. */
  Optional<MemorySegment> optionalFunction(String name) {
    return lookup.find(name);
  }

  MemorySegment loadBookFunction() {
    return loadBook;
  }

  MemorySegment encodeFunction() {
    return encode;
  }

  MemorySegment decodeFunction() {
    return decode;
  }
}
