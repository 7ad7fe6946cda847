package vail.bridge.rtl;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import vail.backend.Capabilities;
import vail.backend.ClockedBackend;
import vail.backend.Cycles;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.bridge.abi.LibraryBackend;
import vail.bridge.abi.VailLibrary;

/** The simulated circuits, with what they count. */
final class RtlSimBackend implements ClockedBackend {
  private static final MethodHandle COUNTERS =
      VailLibrary.handle(FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));

  private static final MethodHandle CIRCUITS = VailLibrary.handle(FunctionDescriptor.of(JAVA_INT));

  private static final MethodHandle SHOW =
      VailLibrary.handle(FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG));

  /** A dozen blocks of 4 Ki; the file has ten kilobytes for each. */
  private static final long TRACED_CYCLES = 4_000;

  private static final int ENCODER = 0;
  private static final int DECODER = 1;
  private static final int COUNTS = 8;

  /** Some milliseconds for the collector to wait. */
  private static final int MOST_BYTES_WITH_ARRAYS = 1 << 14;

  /** With the usual blocks, 16 of a plane for each of 256 circuits. */
  private static final int BYTES_AT_ONCE = 1 << 25;

  private final LibraryBackend library;
  private final MemorySegment counters;
  private final MemorySegment circuits;
  private final Runnable atEnd;

  /**
   * Circuits of which an encoder writes a waveform to a file, and a decoder to one beside it.
   *
   * @throws IllegalArgumentException if the file cannot be written
   */
  static RtlSimBackend traced(VailLibrary library, Path file) {
    MemorySegment function = library.function("vail_rtl_trace");
    String other = file.toString().replaceFirst("(\\.[^./]*)?$", "-decoder$0");
    show(function, ENCODER, file.toString());
    show(function, DECODER, other);
    return new RtlSimBackend(library, "", () -> show(function, ENCODER, ""));
  }

  private static void show(MemorySegment function, int which, String file) {
    try (Arena arena = Arena.ofConfined()) {
      byte[] path = file.getBytes(StandardCharsets.UTF_8);
      MemorySegment text = arena.allocateFrom(JAVA_BYTE, path);
      int fault = (int) SHOW.invokeExact(function, which, text, (long) path.length, TRACED_CYCLES);
      if (fault != 0) {
        throw new IllegalArgumentException("a waveform cannot be written to " + file);
      }
    } catch (IllegalArgumentException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of vail_rtl.h failed", e);
    }
  }

  RtlSimBackend(VailLibrary library, String options) {
    this(library, options, () -> {});
  }

  private RtlSimBackend(VailLibrary library, String options, Runnable atEnd) {
    this.atEnd = atEnd;
    this.library = new LibraryBackend(library, options, MOST_BYTES_WITH_ARRAYS);
    this.counters = library.function("vail_rtl_counters");
    this.circuits = library.function("vail_rtl_circuits");
  }

  @Override
  public String name() {
    return library.name();
  }

  @Override
  public String version() {
    return library.version();
  }

  @Override
  public Capabilities capabilities() {
    return library.capabilities();
  }

  @Override
  public BlockEncoder encoder() {
    return library.encoder().atOnce(BYTES_AT_ONCE);
  }

  @Override
  public BlockDecoder decoder() {
    return library.decoder().atOnce(BYTES_AT_ONCE);
  }

  @Override
  public Cycles encoderCycles() {
    return cycles(ENCODER);
  }

  @Override
  public Cycles decoderCycles() {
    return cycles(DECODER);
  }

  /** How many circuits there are in this process; none once every backend is closed. */
  int circuits() {
    try {
      return (int) CIRCUITS.invokeExact(circuits);
    } catch (Throwable e) {
      throw new IllegalStateException("a call of vail_rtl.h failed", e);
    }
  }

  /** As {@code vail_rtl_counters_t} lists them. */
  private Cycles cycles(int which) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment counted = arena.allocate(JAVA_LONG, COUNTS);
      int fault = (int) COUNTERS.invokeExact(counters, which, counted);
      long[] n = counted.toArray(JAVA_LONG);
      if (fault != 0) {
        throw new IllegalStateException("the library answers with fault " + fault);
      }
      return new Cycles(n[0], OptionalLong.of(n[1]), n[2], n[3], n[4], n[5], n[6], n[7]);
    } catch (IllegalStateException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of vail_rtl.h failed", e);
    }
  }

  @Override
  public void close() {
    library.close();
    atEnd.run();
  }
}
