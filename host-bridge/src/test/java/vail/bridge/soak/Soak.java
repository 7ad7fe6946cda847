package vail.bridge.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vail.backend.Backend;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.fault.Limits;
import vail.tensor.PlaneKernels;
import vail.testing.Project;
import vail.testing.RandomBooks;
import vail.testing.SymbolShape;

/**
 * Blocks of recorded exponents and of random symbols go through a backend and back, call after
 * call. Each is that of {@code java-scalar}, and comes back as it was.
 */
public final class Soak {
  private static final int CALL = 8 << 20;
  private static final int MOST = 8192;
  private static final int FRAME = 12;
  private static final BookId FITTING = new BookId(1, 0);
  private static final BookId OTHER = new BookId(2, 3);

  private final Backend device;
  private final List<Layout> layouts;
  private final byte[] exponents = exponents();
  private final Codebook trained =
      CodebookTrainer.train(Histogram.of(MemorySegment.ofArray(exponents)), LengthLimit.SHORT);

  private Soak(Backend device, List<Layout> layouts) {
    this.device = device;
    this.layouts = layouts;
  }

  /** Files that this process has open. */
  public static long files() {
    // Java keeps its sources of random numbers open from the first one on, as in the name of a
    // temporary file.
    var _ = new SecureRandom().nextInt();
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Sends so many bytes of symbols through a backend, and says how long that took. */
  public static void run(Backend device, List<Layout> layouts, long bytes) {
    Soak soak = new Soak(device, layouts);
    long start = System.nanoTime();
    long blocks = 0;
    long sent = 0;
    try (Backend scalar = ((Probe.Ready) Backends.probe("java-scalar")).backend();
        Arena arena = Arena.ofConfined()) {
      Memory memory = new Memory(arena);
      for (int seed = 0; sent < bytes; seed++) {
        int size = (int) Math.min(CALL, bytes - sent);
        blocks += soak.call(scalar, memory, seed, size);
        sent += size;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "soak: %d MiB in %d blocks through %s, both ways and by java-scalar: %.0f s%n",
        sent >> 20,
        blocks,
        device.name(),
        (System.nanoTime() - start) / 1e9);
  }

  /** Reused from call to call, as a caller would. */
  private record Memory(MemorySegment symbols, MemorySegment blocks, MemorySegment expected) {
    Memory(Arena arena) {
      this(arena.allocate(CALL, 4096), arena.allocate(2L * CALL, 4096), arena.allocate(2L * CALL));
    }
  }

  private int call(Backend scalar, Memory memory, int seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    Codebook other = RandomBooks.any(random, BookClass.SHORT);
    BookSet books = BookSet.empty().with(FITTING, trained).with(OTHER, other);
    fill(random, other, memory.symbols(), size);
    int[] sizes = sizes(random, size);
    EncodePolicy policy = policy(random);

    Batch wanted = offered(sizes);
    scalar.encoder().encode(books, policy, memory.symbols(), memory.expected(), wanted);
    Batch coded = offered(sizes);
    device.encoder().encode(books, policy, memory.symbols(), memory.blocks(), coded);
    assertTrue(coded.ok(), "seed " + seed);
    Batch back = new Batch(sizes.length);
    for (int i = 0; i < sizes.length; i++) {
      assertSame(memory, wanted, coded, i, "seed " + seed + ", block " + i);
      back.add(coded.targetAt(i), coded.bytes(i), coded.sourceAt(i), sizes[i]);
    }
    MemorySegment symbols = memory.expected().asSlice(0, size).fill((byte) 0x55);
    device.decoder().decode(books, Limits.DEFAULT, memory.blocks(), symbols, back);
    assertTrue(back.ok(), "seed " + seed);
    assertEquals(-1, symbols.mismatch(memory.symbols().asSlice(0, size)), "seed " + seed);
    return sizes.length;
  }

  private static void assertSame(Memory memory, Batch wanted, Batch coded, int i, String which) {
    long at = wanted.targetAt(i);
    assertEquals(wanted.bytes(i), coded.bytes(i), which);
    long end = at + wanted.bytes(i);
    assertEquals(
        -1, MemorySegment.mismatch(memory.expected(), at, end, memory.blocks(), at, end), which);
  }

  /** Half of a call's symbols are recorded, half are of all shapes. */
  private void fill(SplittableRandom random, Codebook book, MemorySegment symbols, int size) {
    for (int at = 0; at < size; ) {
      int count = Math.min(1 << 16, size - at);
      byte[] some;
      if (random.nextBoolean()) {
        some = new byte[count];
        int from = random.nextInt(exponents.length - count);
        System.arraycopy(exponents, from, some, 0, count);
      } else {
        SymbolShape shape = SymbolShape.values()[random.nextInt(SymbolShape.values().length)];
        some = shape.symbols(random, book, random.nextInt(255), count);
      }
      MemorySegment.copy(some, 0, symbols, ValueLayout.JAVA_BYTE, at, count);
      at += count;
    }
  }

  private static int[] sizes(SplittableRandom random, int size) {
    IntStream.Builder sizes = IntStream.builder();
    for (int left = size; left > 0; ) {
      int next = Math.min(left, 1 + random.nextInt(MOST));
      sizes.add(next);
      left -= next;
    }
    return sizes.build().toArray();
  }

  private EncodePolicy policy(SplittableRandom random) {
    Layout layout = layouts.get(random.nextInt(layouts.size()));
    return EncodePolicy.stored(
        random.nextBoolean()
            ? new Selection.Fixed(FITTING, Bias.MEAN, layout)
            : new Selection.Best(
                List.of(FITTING, OTHER), Selection.Best.PLANE_BIASES, 1, layout, Layout.WIDE_LONG));
  }

  private static Batch offered(int[] sizes) {
    Batch batch = new Batch(sizes.length);
    long at = 0;
    for (int i = 0; i < sizes.length; i++) {
      batch.add(at, sizes[i], at + (long) i * FRAME, sizes[i] + FRAME);
      at += sizes[i];
    }
    return batch;
  }

  /** The exponents of recorded activations, as bf16 has them. */
  private static byte[] exponents() {
    Path file =
        Project.root()
            .resolve("tools/cli/src/main/resources/vail/samples/step01000/activations.safetensors");
    try {
      MemorySegment elements = MemorySegment.ofArray(Files.readAllBytes(file));
      int count = (int) elements.byteSize() / 2;
      byte[] planes = new byte[2 * count];
      PlaneKernels.JAVA.split(elements, 0, count, MemorySegment.ofArray(planes), 0, count);
      return Arrays.copyOf(planes, count);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
