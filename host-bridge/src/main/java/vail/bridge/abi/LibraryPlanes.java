package vail.bridge.abi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import vail.tensor.PlaneKernels;

/** The optional functions of {@code vail.h} that take elements of two bytes apart. */
final class LibraryPlanes implements PlaneKernels, AutoCloseable {
  /** Of elements: the collector waits for a call to end, because it may have been handed arrays. */
  private static final long MOST_A_CALL = 1 << 16;

  private static final MethodHandle SPLIT =
      VailLibrary.handle(
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS),
          Linker.Option.critical(true));
  private static final MethodHandle MERGE =
      VailLibrary.handle(
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS),
          Linker.Option.critical(true));

  private final Arena arena = Arena.ofShared();
  private final MemorySegment session;
  private final MemorySegment split;
  private final MemorySegment merge;

  /** With a session of its own, which needs no books. */
  LibraryPlanes(VailLibrary library, String options, MemorySegment split, MemorySegment merge) {
    this.session = library.open(options, arena);
    this.split = split;
    this.merge = merge;
  }

  @Override
  public void split(
      MemorySegment raw, long at, long count, MemorySegment planes, long to, long stride) {
    for (long i = 0; i < count; i += MOST_A_CALL) {
      long some = Math.min(count - i, MOST_A_CALL);
      try {
        int ignored =
            (int)
                SPLIT.invokeExact(
                    split,
                    session,
                    raw.asSlice(at + 2 * i, 2 * some),
                    some,
                    planes.asSlice(to + i, some),
                    planes.asSlice(to + stride + i, some));
      } catch (IndexOutOfBoundsException e) {
        throw e;
      } catch (Throwable e) {
        throw VailLibrary.unexpected(e);
      }
    }
  }

  @Override
  public void merge(
      MemorySegment planes, long from, long stride, long count, MemorySegment raw, long at) {
    for (long i = 0; i < count; i += MOST_A_CALL) {
      long some = Math.min(count - i, MOST_A_CALL);
      try {
        int ignored =
            (int)
                MERGE.invokeExact(
                    merge,
                    session,
                    planes.asSlice(from + i, some),
                    planes.asSlice(from + stride + i, some),
                    some,
                    raw.asSlice(at + 2 * i, 2 * some));
      } catch (IndexOutOfBoundsException e) {
        throw e;
      } catch (Throwable e) {
        throw VailLibrary.unexpected(e);
      }
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
