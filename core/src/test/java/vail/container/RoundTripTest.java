package vail.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.ElementType;
import vail.tensor.Headers;
import vail.tensor.RawFile;
import vail.tensor.SplitChoice;

class RoundTripTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 63, 64, 65, 1000, 70_000})
  void restoresFilesOfUnknownBytes(int size) throws Exception {
    byte[] file = new byte[size];
    new SplittableRandom(size).nextBytes(file);

    assertArrayEquals(file, Containers.decode(Containers.encode(file, Containers.small())));
  }

  /** V-12, V-13. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 63, 64, 129, 5000, 600_000})
  void restoresSafetensorsWithGapsAndEmptyTensors(int elements) throws Exception {
    byte[] file = Containers.mixed(elements);

    assertArrayEquals(file, Containers.decode(Containers.encode(file, Containers.small())));
    assertArrayEquals(
        file,
        Containers.decode(
            Containers.encode(file, Containers.options(65_536, BookForm.EMBEDDED, 1))));
  }

  @Test
  void restoresNpy() throws Exception {
    byte[] file = Headers.npy("{'descr': '<f4', 'fortran_order': True, 'shape': (10, 10), }", 403);

    assertArrayEquals(file, Containers.decode(Containers.encode(file, Containers.small())));
  }

  /** V-16, V-18. */
  @ParameterizedTest
  @EnumSource
  void restoresRawElementsOfEveryTypeWithAnOddTailFromAPipe(ElementType type) throws Exception {
    byte[] file = new byte[10_007];
    new SplittableRandom(type.bits()).nextBytes(file);
    for (SplitChoice split : SplitChoice.values()) {
      ByteArrayOutputStream container = new ByteArrayOutputStream();
      new ContainerWriter(
              Containers.coding(),
              new WriteOptions(split, 64, BookForm.EMBEDDED, 2, Limits.DEFAULT))
          .write(
              new RawFile(type),
              Channels.newChannel(new ByteArrayInputStream(file)),
              OptionalLong.empty(),
              Channels.newChannel(container),
              Progress.NONE);

      assertArrayEquals(file, Containers.decode(container.toByteArray()), type + " " + split);
    }
  }

  @Test
  void savesMoreThanAQuarterOfBfloat16() throws Exception {
    byte[] file =
        Headers.safetensors(
            "{\"w\":{\"dtype\":\"BF16\",\"shape\":[500000],\"data_offsets\":[0,1000000]}}", 0);
    byte[] data = Containers.bfloat16(new SplittableRandom(4), 500_000);
    byte[] all = Arrays.copyOf(file, file.length + data.length);
    System.arraycopy(data, 0, all, file.length, data.length);

    byte[] container = Containers.encode(all, Containers.options(65_536, BookForm.EMBEDDED, 2));

    assertTrue(container.length < 0.72 * all.length, container.length + " of " + all.length);
    assertArrayEquals(all, Containers.decode(container));
  }

  /** V-27. */
  @Test
  void makesTheSameBytesAtAnyNumberOfThreads() throws Exception {
    byte[] file = Containers.mixed(300_000);
    byte[] one = Containers.encode(file, Containers.options(256, BookForm.EMBEDDED, 1));

    for (int threads : new int[] {2, 3, 7}) {
      assertArrayEquals(
          one, Containers.encode(file, Containers.options(256, BookForm.EMBEDDED, threads)));
    }
  }

  /** V-27. */
  @ParameterizedTest
  @ValueSource(ints = {1, 5_000, 1 << 22})
  void givesACoderAsManyBytesAtOnceAsItLikesAndMakesTheSame(int bytes) throws Exception {
    byte[] file = Containers.mixed(1_500_000);
    Coding coding = Containers.coding();
    LongAccumulator most = new LongAccumulator(Math::max, 0);
    BlockEncoder encoder =
        (books, policy, symbols, blocks, batch) -> {
          most.accumulate(batch.size());
          coding.encoder().encode(books, policy, symbols, blocks, batch);
        };
    BlockDecoder decoder =
        (books, limits, blocks, symbols, batch) -> {
          most.accumulate(batch.size());
          Containers.DECODER.decode(books, limits, blocks, symbols, batch);
        };
    WriteOptions options = Containers.options(1024, BookForm.EMBEDDED, 3);
    byte[] usual = Containers.encode(file, options);

    Coding other = new Coding(encoder.atOnce(bytes), Containers.BOOKS, Containers::policy);
    assertArrayEquals(usual, Containers.encode(file, other, options));
    assertEquals(Math.clamp(bytes / 1024, 1, 1465), most.getThenReset());
    ContainerReader reader =
        new ContainerReader(decoder.atOnce(bytes), BookSet.empty(), Limits.DEFAULT, 3);
    assertArrayEquals(file, Containers.decode(usual, reader));
    assertEquals(Math.clamp(bytes / 1024, 1, 1465), most.get());
  }

  /** V-11. */
  @Test
  void needsTheVeryBooksItNamesByDigest() throws Exception {
    byte[] file = Containers.mixed(1000);
    byte[] container = Containers.encode(file, Containers.options(64, BookForm.BY_DIGEST, 2));
    BookSet other =
        Containers.BOOKS.with(Containers.NARROW, Containers.BOOKS.book(Containers.WIDE));

    assertArrayEquals(file, Containers.decode(container, Containers.BOOKS, Limits.DEFAULT, 2));
    assertEquals(Fault.CODEBOOK_UNKNOWN, fault(container, BookSet.empty(), Limits.DEFAULT));
    assertEquals(Fault.CODEBOOK_MISMATCH, fault(container, other, Limits.DEFAULT));
    assertTrue(container.length < Containers.encode(file, Containers.small()).length);
  }

  /** V-28. */
  @Test
  void keepsTheReadersLimits() throws Exception {
    byte[] container = Containers.encode(Containers.mixed(1000), Containers.small());

    assertEquals(
        Fault.LIMIT_EXCEEDED, fault(container, BookSet.empty(), new Limits(63, 9, 9999, 1 << 20)));
    assertEquals(
        Fault.LIMIT_EXCEEDED, fault(container, BookSet.empty(), new Limits(64, 0, 9999, 1 << 20)));
    assertEquals(
        Fault.LIMIT_EXCEEDED, fault(container, BookSet.empty(), new Limits(64, 9, 300, 1 << 20)));
    assertEquals(
        Fault.LIMIT_EXCEEDED, fault(container, BookSet.empty(), new Limits(64, 9, 9999, 999)));
  }

  @Test
  void refusesAPipeThatEndsWithinATensor() {
    byte[] file = Containers.mixed(1000);
    byte[] cut = Arrays.copyOf(file, file.length - 500);

    VailFormatException e =
        assertThrows(
            VailFormatException.class,
            () ->
                new ContainerWriter(Containers.coding(), Containers.small())
                    .write(
                        Channels.newChannel(new ByteArrayInputStream(cut)),
                        OptionalLong.empty(),
                        Channels.newChannel(new ByteArrayOutputStream()),
                        Progress.NONE));

    assertEquals(Fault.TRUNCATED + " at " + cut.length, e.fault() + " at " + e.offset());
  }

  @Test
  void tellsItsProgressInBytesOfTheOriginal() throws Exception {
    byte[] file = Containers.mixed(100_000);
    long[] done = new long[2];
    ByteArrayOutputStream container = new ByteArrayOutputStream();

    new ContainerWriter(Containers.coding(), Containers.small())
        .write(
            Channels.newChannel(new ByteArrayInputStream(file)),
            OptionalLong.empty(),
            Channels.newChannel(container),
            bytes -> done[0] += bytes);
    new ContainerReader(Containers.DECODER, BookSet.empty(), Limits.DEFAULT, 2)
        .read(
            Channels.newChannel(new ByteArrayInputStream(container.toByteArray())),
            Channels.newChannel(java.io.OutputStream.nullOutputStream()),
            bytes -> done[1] += bytes);

    assertEquals(file.length, done[0]);
    assertEquals(file.length, done[1]);
  }

  @Test
  void stopsWhenTheCallerIsInterrupted() throws Exception {
    byte[] container = Containers.encode(Containers.mixed(1000), Containers.small());
    Thread.currentThread().interrupt();
    try {
      assertEquals(Fault.CANCELLED, fault(container, BookSet.empty(), Limits.DEFAULT));
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is kept for the caller");
    }
  }

  private static Fault fault(byte[] container, BookSet installed, Limits limits) {
    return assertThrows(
            VailFormatException.class, () -> Containers.decode(container, installed, limits, 2))
        .fault();
  }
}
