package vail.conform.host;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * Memory between two pages that nobody may touch: whoever reads or writes one byte past the end
 * that it is laid against dies on the spot, and a few bytes on the other side tell of writes there.
 */
@SuppressWarnings("restricted") // pages cannot be had otherwise
final class GuardedMemory {
  private static final long PAGE = 1 << 16;
  private static final int READ_WRITE = 3;
  private static final int PRIVATE_ANONYMOUS = 0x22;
  private static final long CANARY = 64;
  private static final byte CANARY_BYTE = (byte) 0xc5;

  private final MemorySegment inner;

  /** Where a piece of it lies. */
  enum Side {
    /** Against the page before. */
    FRONT,
    /** Against the page behind. */
    BACK
  }

  /** Reserves room for pieces of so many bytes. */
  GuardedMemory(long most) {
    long size = (most + 2 * CANARY + PAGE - 1) / PAGE * PAGE;
    MethodHandle map =
        handle(
            "mmap",
            FunctionDescriptor.of(
                ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG));
    MethodHandle protect =
        handle("mprotect", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    try {
      MemorySegment all =
          (MemorySegment)
              map.invokeExact(
                  MemorySegment.NULL, size + 2 * PAGE, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0L);
      all = all.reinterpret(size + 2 * PAGE);
      int front = (int) protect.invokeExact(all, PAGE, 0);
      int back = (int) protect.invokeExact(all.asSlice(PAGE + size), PAGE, 0);
      if (front != 0 || back != 0) {
        throw new IllegalStateException("pages cannot be guarded");
      }
      inner = all.asSlice(PAGE, size);
    } catch (IllegalStateException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("guarded memory cannot be had", e);
    }
  }

  private static MethodHandle handle(String function, FunctionDescriptor type) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(function), type);
  }

  /** A piece filled with one byte, and the canaries beside it. */
  MemorySegment filled(Side side, long bytes, byte with) {
    canary(side, bytes).fill(CANARY_BYTE);
    return piece(side, bytes).fill(with);
  }

  /** A piece that holds some bytes, and the canaries beside it. */
  MemorySegment holding(Side side, byte[] bytes) {
    canary(side, bytes.length).fill(CANARY_BYTE);
    return piece(side, bytes.length).copyFrom(MemorySegment.ofArray(bytes));
  }

  /** Whether the canaries beside a piece are as they were. */
  boolean untouched(Side side, long bytes) {
    MemorySegment canary = canary(side, bytes);
    for (long i = 0; i < CANARY; i++) {
      if (canary.get(JAVA_BYTE, i) != CANARY_BYTE) {
        return false;
      }
    }
    return true;
  }

  private MemorySegment piece(Side side, long bytes) {
    return switch (side) {
      case FRONT -> inner.asSlice(0, bytes);
      case BACK -> inner.asSlice(inner.byteSize() - bytes, bytes);
    };
  }

  private MemorySegment canary(Side side, long bytes) {
    return switch (side) {
      case FRONT -> inner.asSlice(bytes, CANARY);
      case BACK -> inner.asSlice(inner.byteSize() - bytes - CANARY, CANARY);
    };
  }
}
