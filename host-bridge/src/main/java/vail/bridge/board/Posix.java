package vail.bridge.board;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An open file of the system, as its own functions see it: Java's channels take no device that has
 * no size. Linux.
 */
@SuppressWarnings("restricted") // to call out of Java is what this class is for
final class Posix implements AutoCloseable {
  private static final AtomicInteger OPEN = new AtomicInteger();
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERRNO =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
  private static final AddressLayout TEXT =
      ADDRESS.withTargetLayout(
          MemoryLayout.sequenceLayout(256, java.lang.foreign.ValueLayout.JAVA_BYTE));

  private static final MethodHandle OPEN_FILE =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("open"),
          FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT),
          Linker.Option.captureCallState("errno"),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle CLOSE =
      bind("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
  private static final MethodHandle MMAP =
      bind(
          "mmap",
          FunctionDescriptor.of(
              ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
  private static final MethodHandle MUNMAP =
      bind("munmap", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle PREAD =
      bind("pread", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle PWRITE =
      bind("pwrite", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));
  private static final MethodHandle STRERROR =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("strerror"), FunctionDescriptor.of(TEXT, JAVA_INT));

  private static final int READ_WRITE = 2;
  private static final int SHARED = 1;
  private static final int READ_AND_WRITE = 3;

  private final Arena arena = Arena.ofShared();
  private final MemorySegment state = arena.allocate(STATE);
  private final String path;
  private final int file;

  private Posix(String path) throws IOException {
    this.path = path;
    try {
      file = (int) OPEN_FILE.invokeExact(state, arena.allocateFrom(path), READ_WRITE, 0);
      if (file < 0) {
        throw failure();
      }
    } catch (IOException e) {
      arena.close();
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
    OPEN.incrementAndGet();
  }

  /** Opens a file that is there, for reading and writing. */
  static Posix open(String path) throws IOException {
    return new Posix(path);
  }

  /** Files that are open in this process. */
  static int openFiles() {
    return OPEN.get();
  }

  private static MethodHandle bind(String name, FunctionDescriptor function) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        function,
        Linker.Option.captureCallState("errno"));
  }

  /** Its first bytes as memory, until it is closed. */
  MemorySegment map(long bytes) throws IOException {
    try {
      MemorySegment mapped =
          (MemorySegment)
              MMAP.invokeExact(state, MemorySegment.NULL, bytes, READ_AND_WRITE, SHARED, file, 0L);
      if (mapped.address() == -1) {
        throw failure();
      }
      return mapped.reinterpret(bytes, arena, this::unmap);
    } catch (IOException e) {
      throw e;
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private void unmap(MemorySegment mapped) {
    try (Arena own = Arena.ofConfined()) {
      int ignored = (int) MUNMAP.invokeExact(own.allocate(STATE), mapped, mapped.byteSize());
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Writes all of native memory at an offset. */
  void write(MemorySegment from, long at) throws IOException {
    move(PWRITE, from, at);
  }

  /** Fills native memory from an offset. */
  void read(MemorySegment to, long at) throws IOException {
    move(PREAD, to, at);
  }

  private void move(MethodHandle how, MemorySegment memory, long at) throws IOException {
    for (long done = 0; done < memory.byteSize(); ) {
      MemorySegment rest = memory.asSlice(done);
      long moved = move(how, rest, at + done, rest.byteSize());
      if (moved < 0) {
        throw failure();
      }
      if (moved == 0) {
        throw new IOException(path + " ends at " + (at + done));
      }
      done += moved;
    }
  }

  private long move(MethodHandle how, MemorySegment memory, long at, long bytes) {
    try {
      return (long) how.invokeExact(state, file, memory, bytes, at);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private IOException failure() {
    try {
      int errno = (int) ERRNO.get(state, 0L);
      MemorySegment text = (MemorySegment) STRERROR.invokeExact(errno);
      return new IOException(path + ": " + text.getString(0));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException("a call of the system failed", e);
  }

  @Override
  public void close() {
    if (!arena.scope().isAlive()) {
      return;
    }
    OPEN.decrementAndGet();
    try {
      int ignored = (int) CLOSE.invokeExact(state, file);
    } catch (Throwable e) {
      throw unexpected(e);
    } finally {
      arena.close();
    }
  }
}
