package vail.bridge.opencl;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import vail.backend.Timings;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.fault.Limits;

/**
 * Measures what a device reaches: {@code java -cp … vail.bridge.opencl.DeviceSpeed FOLDER MIB CALLS
 * PORTION…}. Each file of the folder holds symbols of a kind, a byte each, which are repeated to so
 * many MiB a call; a book is made for them. Portions are MiB. Of each way four figures are printed,
 * GB of symbols a second each: whole calls by the wall clock, then kernels together and copies
 * there and back by the device's; and what each kernel took, in µs. All are middle ones of so many
 * calls.
 */
final class DeviceSpeed {
  private static final BookId ID = new BookId(1, 0);
  private static final int WARM = 3;

  private final BookSet books;
  private final byte[] symbols;
  private final int calls;

  private DeviceSpeed(byte[] some, int mebibytes, int calls) {
    MemorySegment counted = MemorySegment.ofArray(some);
    this.books =
        BookSet.empty().with(ID, CodebookTrainer.train(Histogram.of(counted), LengthLimit.SHORT));
    this.symbols = new byte[mebibytes << 20];
    this.calls = calls;
    for (int at = 0; at < symbols.length; at += some.length) {
      System.arraycopy(some, 0, symbols, at, Math.min(some.length, symbols.length - at));
    }
  }

  public static void main(String[] arguments) throws IOException {
    int calls = Integer.parseInt(arguments[2]);
    List<Integer> portions = Arrays.stream(arguments).skip(3).map(Integer::valueOf).toList();
    try (var files = Files.list(Path.of(arguments[0]))) {
      for (Path file : files.sorted().toList()) {
        byte[] some = Files.readAllBytes(file);
        DeviceSpeed speed = new DeviceSpeed(some, Integer.parseInt(arguments[1]), calls);
        speed.measureHost();
        for (int portion : portions) {
          speed.measure(file.getFileName().toString(), portion);
        }
      }
    }
  }

  /** What the host's own copies reach, by one thread and by several: no call can be faster. */
  private void measureHost() {
    int block = 1 << 16;
    MemorySegment own = MemorySegment.ofArray(symbols);
    try (Arena arena = Arena.ofShared()) {
      MemorySegment to = arena.allocate(symbols.length);
      double[] best = {0, 0};
      for (int i = 0; i < WARM + calls; i++) {
        long start = System.nanoTime();
        to.copyFrom(own);
        long middle = System.nanoTime();
        Copies.each(
            symbols.length / block,
            symbols.length,
            k -> MemorySegment.copy(own, (long) k * block, to, (long) k * block, block));
        best[0] = Math.max(best[0], (double) symbols.length / (middle - start));
        best[1] = Math.max(best[1], (double) symbols.length / (System.nanoTime() - middle));
      }
      System.out.printf(
          Locale.ROOT,
          "copies of the host: %.1f GB/s by one thread, %.1f by all%n",
          best[0],
          best[1]);
    }
  }

  private void measure(String name, int portion) {
    OptionalLong bytes = OptionalLong.of((long) portion << 20);
    OpenClOptions options =
        new OpenClOptions(Optional.of(Family.LANES), Optional.of(Path.of("kept")), bytes);
    try (OpenClBackend backend = Families.ready(new OpenClProvider().probe(options));
        Arena arena = Arena.ofShared()) {
      for (int size : new int[] {1 << 16, 1 << 12}) {
        for (Layout layout : List.of(Layout.WIDE, Layout.PORTABLE)) {
          int count = symbols.length / size;
          long room = (long) count * BlockSize.bound(BlockOrder.STORED, size);
          String what = name + " " + size / 1024 + "K " + layout + " " + portion + " MiB ";
          Way outside =
              new Way(backend, size, arena.allocate(symbols.length), arena.allocate(room));
          outside.symbols.copyFrom(MemorySegment.ofArray(symbols));
          measure(what + "native", outside, layout);
          if (room < Integer.MAX_VALUE / 2) {
            byte[] coded = new byte[(int) room];
            MemorySegment own = MemorySegment.ofArray(symbols.clone());
            measure(
                what + "heap  ", new Way(backend, size, own, MemorySegment.ofArray(coded)), layout);
          }
        }
      }
    }
  }

  /** Where calls find symbols and blocks of a size. */
  private record Way(
      OpenClBackend backend, int size, MemorySegment symbols, MemorySegment blocks) {}

  private void measure(String what, Way way, Layout layout) {
    EncodePolicy policy = EncodePolicy.stored(new Selection.Fixed(ID, Bias.NONE, layout));
    int count = symbols.length / way.size;
    int room = BlockSize.bound(BlockOrder.STORED, way.size);
    Batch there = new Batch(count);
    for (int i = 0; i < count; i++) {
      there.add((long) i * way.size, way.size, (long) i * room, room);
    }
    String encode =
        rate(
            way, () -> way.backend.encoder().encode(books, policy, way.symbols, way.blocks, there));
    Batch back = new Batch(count);
    long coded = 0;
    for (int i = 0; i < count; i++) {
      back.add((long) i * room, there.bytes(i), (long) i * way.size, way.size);
      coded += there.bytes(i);
    }
    way.symbols.fill((byte) 0);
    String decode =
        rate(
            way,
            () ->
                way.backend.decoder().decode(books, Limits.DEFAULT, way.blocks, way.symbols, back));
    if (!back.ok() || way.symbols.mismatch(MemorySegment.ofArray(symbols)) >= 0) {
      throw new IllegalStateException(what + " came back wrong: " + way.backend.trouble());
    }
    System.out.printf(
        Locale.ROOT,
        "%s ratio %.3f%n  encode %s%n  decode %s%n",
        what,
        (double) coded / symbols.length,
        encode,
        decode);
  }

  private String rate(Way way, Runnable call) {
    double[] seconds = new double[calls];
    for (int i = 0; i < WARM; i++) {
      call.run();
    }
    Timings before = way.backend.timings();
    for (int i = 0; i < calls; i++) {
      long start = System.nanoTime();
      call.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
    }
    Arrays.sort(seconds);
    Timings spent = way.backend.timings().since(before);
    StringBuilder kernels = new StringBuilder();
    spent
        .kernelNanos()
        .forEach((kernel, nanos) ->
            kernels.append(' ').append(kernel).append(' ').append(nanos / calls / 1000));
    return String.format(
        Locale.ROOT,
        "call %6.2f kernels %6.1f up %5.1f down %5.1f |%s",
        symbols.length / seconds[calls / 2] / 1e9,
        perSecond(spent.computeNanos()),
        perSecond(spent.uploadNanos()),
        perSecond(spent.downloadNanos()),
        kernels);
  }

  private double perSecond(long nanos) {
    return (double) symbols.length * calls / nanos;
  }
}
