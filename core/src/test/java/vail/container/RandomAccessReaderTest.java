package vail.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.ElementType;
import vail.tensor.FileKind;

class RandomAccessReaderTest {
  private static final int ELEMENTS = 30_000;

  private final byte[] file = Containers.mixed(ELEMENTS);
  private final byte[] container = encode(file);

  /** V-20. */
  @Test
  void listsWhatTheContainerHolds() throws Exception {
    Directory directory = open(container).directory();

    assertEquals(FileKind.SAFETENSORS, directory.kind());
    assertEquals(file.length, directory.originalBytes());
    assertEquals(container.length, directory.containerBytes());
    assertEquals(
        List.of("w", "none", "one", "q"),
        directory.tensors().stream().map(entry -> entry.segment().name()).toList());
    SegmentEntry w = directory.tensor("w").orElseThrow();
    assertEquals(ElementType.BF16, w.segment().type());
    assertEquals(List.of((long) ELEMENTS, 1L), w.segment().shape());
    assertEquals(2 * ELEMENTS, w.bytes());
    assertEquals(2 * w.tiles(), w.uses().stream().mapToLong(BookUse::blocks).sum());
    assertTrue(
        w.uses().stream()
            .anyMatch(use -> use.book().equals(java.util.Optional.of(Containers.NARROW))));
    assertTrue(w.blockBytes() < 0.9 * w.bytes(), w.toString());
    assertEquals(0, directory.tensor("none").orElseThrow().tiles());
    assertTrue(directory.tensor("nobody").isEmpty());
  }

  @Test
  void restoresEachSegment() throws Exception {
    RandomAccessReader reader = open(container);
    for (SegmentEntry entry : reader.directory().segments()) {
      int start = (int) entry.segment().start();
      assertArrayEquals(
          Arrays.copyOfRange(file, start, start + (int) entry.bytes()),
          copy(reader, entry, 0, entry.tiles()));
    }
  }

  /** F-23: the interrupt may come while a file is read or while a job is waited for. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void stopsWhenTheCallerIsInterrupted(int threads, @TempDir Path folder) throws Exception {
    Path place = Files.write(folder.resolve("a.vail"), container);
    try (FileChannel channel = FileChannel.open(place)) {
      RandomAccessReader reader =
          new RandomAccessReader(
              channel, Containers.DECODER, BookSet.empty(), Limits.DEFAULT, threads);
      SegmentEntry w = reader.directory().tensor("w").orElseThrow();
      Thread.currentThread().interrupt();
      VailFormatException e =
          assertThrows(VailFormatException.class, () -> copy(reader, w, 0, w.tiles()));
      assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
      assertEquals(Fault.CANCELLED, e.fault());
    } finally {
      Thread.interrupted();
    }
  }

  /** V-19, V-23. */
  @Test
  void restoresTilesWithoutReadingTheRest() throws Exception {
    MemoryFile counted = new MemoryFile(container);
    RandomAccessReader reader =
        new RandomAccessReader(counted, Containers.DECODER, BookSet.empty(), Limits.DEFAULT, 2);
    SegmentEntry w = reader.directory().tensor("w").orElseThrow();
    long opened = counted.takeCount();
    SplittableRandom random = new SplittableRandom(5);
    for (int round = 0; round < 200; round++) {
      long from = random.nextLong(w.tiles());
      long to = random.nextLong(from, w.tiles() + 1);
      int start = (int) (w.segment().start() + w.tileStart(from));

      byte[] tiles = copy(reader, w, from, to);

      assertArrayEquals(Arrays.copyOfRange(file, start, start + tiles.length), tiles);
      assertEquals(w.tileStart(to) - w.tileStart(from), tiles.length);
      assertEquals(w.extents().place(to) - w.extents().place(from), counted.takeCount());
    }
    long books = 3L * (FrameHead.OVERHEAD + BookFrame.LARGE);
    assertTrue(
        opened <= Preamble.SIZE + books + EndFrame.SIZE + directoryBytes(w), opened + " bytes");
  }

  @Test
  void findsEveryByteThatChangesInWhatItReads() throws Exception {
    byte[] small = encode(Containers.mixed(100));
    for (int bit = 0; bit < 8 * small.length; bit += 3) {
      byte[] damaged = small.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(VailFormatException.class, () -> readAll(damaged), "bit " + bit);
    }
    for (int bytes = 0; bytes < small.length; bytes++) {
      byte[] cut = Arrays.copyOf(small, bytes);
      assertEquals(
          Fault.TRUNCATED, assertThrows(VailFormatException.class, () -> readAll(cut)).fault());
    }
  }

  @Test
  void tellsOfEveryBlock() throws Exception {
    RandomAccessReader reader = open(container);
    SegmentEntry w = reader.directory().tensor("w").orElseThrow();
    long[] sums = new long[3];

    reader.visit(
        w,
        (tile, plane, place, header) -> {
          sums[0]++;
          sums[1] += header.symbols();
          sums[2] += header.blockBytes();
          header.book().ifPresent(book -> assertEquals(book.slot(), container[(int) place]));
        });

    assertArrayEquals(new long[] {2 * w.tiles(), w.bytes(), w.blockBytes()}, sums);
  }

  @Test
  void keepsTheReadersLimits() {
    for (Limits limits :
        List.of(
            new Limits(63, 9, 99_999, 1 << 20), new Limits(64, 0, 99_999, 1 << 20),
            new Limits(64, 9, 400, 1 << 20), new Limits(64, 9, 99_999, 999))) {
      VailFormatException e =
          assertThrows(
              VailFormatException.class,
              () -> {
                RandomAccessReader reader =
                    new RandomAccessReader(
                        new MemoryFile(container), Containers.DECODER, BookSet.empty(), limits, 1);
                copy(reader, reader.directory().tensor("w").orElseThrow(), 0, 20);
              });
      assertEquals(Fault.LIMIT_EXCEEDED, e.fault(), limits.toString());
    }
  }

  private static long directoryBytes(SegmentEntry entry) {
    return 4 * entry.tiles() * 2 + 1000;
  }

  private static void readAll(byte[] container) throws IOException {
    RandomAccessReader reader = open(container);
    for (SegmentEntry entry : reader.directory().segments()) {
      copy(reader, entry, 0, entry.tiles());
    }
    // A segment's own frame is not read by seeking; only the directory repeats it.
    Containers.decode(container);
  }

  private static byte[] encode(byte[] file) {
    try {
      return Containers.encode(file, Containers.small());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static RandomAccessReader open(byte[] container) throws IOException {
    return new RandomAccessReader(
        new MemoryFile(container), Containers.DECODER, BookSet.empty(), Limits.DEFAULT, 1);
  }

  private static byte[] copy(RandomAccessReader reader, SegmentEntry entry, long from, long to)
      throws IOException {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    long bytes = reader.copy(entry, from, to, Channels.newChannel(target), Progress.NONE);
    assertEquals(target.size(), bytes);
    return target.toByteArray();
  }
}
