package vail.bridge.opencl;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The JVM's own handlers of the signals that its compiled code raises on purpose, as at a null.
 * LLVM, which most drivers compile with, puts its own in their place and leaves them there. They
 * hand a signal on, but answer no second one meanwhile: two threads with a null at the same moment
 * would end the process. Linux; elsewhere nothing is done.
 */
@SuppressWarnings("restricted") // the handlers of a process are its own affair
final class JvmSignals {
  /** SIGILL, SIGBUS, SIGFPE and SIGSEGV. */
  private static final int[] NUMBERS = {4, 7, 8, 11};

  /** More than any {@code struct sigaction} of Linux has; the first field is the handler. */
  private static final long STRUCT_BYTES = 256;

  private static final JvmSignals OF_THE_START = new JvmSignals();

  private final Optional<MethodHandle> sigaction = bound();
  private final List<MemorySegment> handlers = new ArrayList<>();
  private final MemorySegment now = action();

  private JvmSignals() {
    for (int number : NUMBERS) {
      MemorySegment handler = action();
      call(number, MemorySegment.NULL, handler);
      handlers.add(handler);
    }
  }

  private static MemorySegment action() {
    return Arena.global().allocate(STRUCT_BYTES, Long.BYTES);
  }

  private static Optional<MethodHandle> bound() {
    if (!System.getProperty("os.name", "").equals("Linux")) {
      return Optional.empty();
    }
    Linker linker = Linker.nativeLinker();
    return Optional.of(
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("sigaction"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, ADDRESS)));
  }

  /** As they are before any driver is loaded: the first call decides. */
  static JvmSignals ofTheStart() {
    return OF_THE_START;
  }

  /** Puts back those that were replaced. For any thread. */
  synchronized void putBack() {
    for (int i = 0; i < NUMBERS.length; i++) {
      if (isReplaced(i)) {
        call(NUMBERS[i], handlers.get(i), MemorySegment.NULL);
      }
    }
  }

  /** Whether none is replaced. */
  synchronized boolean areInPlace() {
    return IntStream.range(0, NUMBERS.length).noneMatch(this::isReplaced);
  }

  private boolean isReplaced(int i) {
    call(NUMBERS[i], MemorySegment.NULL, now);
    return now.get(JAVA_LONG, 0) != handlers.get(i).get(JAVA_LONG, 0);
  }

  /** Sets a handler, or asks for it. */
  private void call(int number, MemorySegment next, MemorySegment before) {
    if (sigaction.isEmpty()) {
      return;
    }
    try {
      int refused = (int) sigaction.get().invokeExact(number, next, before);
      if (refused != 0) {
        throw new IllegalStateException("the system knows no signal " + number);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError("sigaction throws nothing", e);
    }
  }
}
