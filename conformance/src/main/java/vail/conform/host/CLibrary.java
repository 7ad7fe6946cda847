package vail.conform.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The functions of {@code core/spec/vail.h}, called just as they are: what a library gets wrong
 * must be seen here and not be smoothed over.
 */
@SuppressWarnings("restricted") // to call out of Java is what this class is for
final class CLibrary implements AutoCloseable {
  private static final int INTERFACE = 1;
  private static final int TEXT_ROOM = 4096;

  private static final MemoryLayout[] LOAD_BOOK = {
    ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS
  };

  private static final MemoryLayout[] ENCODE = {
    ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS
  };

  private static final MemoryLayout[] DECODE = {
    ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG
  };

  private final Arena arena = Arena.ofConfined();
  private final MethodHandle open;
  private final MethodHandle describe;
  private final MethodHandle loadBook;
  private final MethodHandle encode;
  private final MethodHandle decode;
  private final MethodHandle close;
  private MemorySegment session;

  private CLibrary(Path file) {
    SymbolLookup library = SymbolLookup.libraryLookup(file, arena);
    int version = (int) call(handle(library, "vail_version"));
    if (version != INTERFACE) {
      throw new IllegalStateException("it is of version " + version + " of vail.h, not 1");
    }
    open = handle(library, "vail_open", ADDRESS, JAVA_LONG, ADDRESS);
    describe = handle(library, "vail_describe", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
    loadBook = handle(library, "vail_load_book", LOAD_BOOK);
    encode = handle(library, "vail_encode", ENCODE);
    decode = handle(library, "vail_decode", DECODE);
    close = handle(library, "vail_close", ADDRESS);
    session = opened();
  }

  /** Loads a library and opens a session. */
  static CLibrary load(Path file) {
    return new CLibrary(file);
  }

  private static MethodHandle handle(
      SymbolLookup library, String function, MemoryLayout... arguments) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow(function), FunctionDescriptor.of(JAVA_INT, arguments));
  }

  private static Object call(MethodHandle function, Object... arguments) {
    try {
      return function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw new IllegalStateException("a call of vail.h failed", e);
    }
  }

  private MemorySegment opened() {
    MemorySegment result = arena.allocate(ADDRESS);
    int fault = (int) call(open, MemorySegment.NULL, 0L, result);
    if (fault != 0) {
      throw new IllegalStateException("vail_open answers with fault " + fault);
    }
    return result.get(ADDRESS, 0);
  }

  /** Opens another session with options, and closes it if it is one. */
  int open(MemorySegment options, MemorySegment result) {
    int fault = (int) call(open, options, options.byteSize(), result);
    MemorySegment other = result.get(ADDRESS, 0);
    if (fault == 0) {
      close(other);
    } else if (other.address() != 0) {
      throw new LibraryMisbehavesException("it fails to open a session and gives one all the same");
    }
    return fault;
  }

  /** Describes itself in a given room. */
  int describe(MemorySegment text) {
    MemorySegment length = arena.allocate(JAVA_LONG);
    return (int) call(describe, session, text, text.byteSize(), length);
  }

  /** A new session without books. */
  void reopen() {
    close(session);
    session = opened();
  }

  /** The lines with which it describes itself. */
  String describe() {
    MemorySegment text = arena.allocate(TEXT_ROOM);
    MemorySegment length = arena.allocate(JAVA_LONG);
    int fault = (int) call(describe, session, text, (long) TEXT_ROOM, length);
    if (fault != 0) {
      throw new IllegalStateException("vail_describe answers with fault " + fault);
    }
    byte[] ascii = text.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
    return new String(ascii, StandardCharsets.US_ASCII);
  }

  int loadBook(int slot, int epoch, MemorySegment book, MemorySegment digest) {
    MemorySegment faultAt = arena.allocate(JAVA_LONG);
    return (int) call(loadBook, session, slot, epoch, book, book.byteSize(), digest, faultAt);
  }

  int encode(
      MemorySegment policy,
      MemorySegment source,
      MemorySegment target,
      MemorySegment batch,
      long count,
      MemorySegment mean) {
    return (int)
        call(
            encode,
            session,
            policy,
            source,
            source.byteSize(),
            target,
            target.byteSize(),
            batch,
            count,
            mean);
  }

  int decode(
      int release,
      int limit,
      MemorySegment source,
      MemorySegment target,
      MemorySegment batch,
      long count) {
    return (int)
        call(
            decode,
            session,
            release,
            limit,
            source,
            source.byteSize(),
            target,
            target.byteSize(),
            batch,
            count);
  }

  private void close(MemorySegment of) {
    Object ignored = call(close, of);
  }

  @Override
  public void close() {
    close(session);
    arena.close();
  }
}
