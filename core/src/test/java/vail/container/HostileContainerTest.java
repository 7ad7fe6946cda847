package vail.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** V-24: every byte of a container is under a check. */
class HostileContainerTest {
  @ParameterizedTest
  @EnumSource
  void findsEveryBitThatFlips(BookForm form) throws Exception {
    byte[] container = small(form);
    Set<Fault> seen = EnumSet.noneOf(Fault.class);
    for (int bit = 0; bit < 8 * container.length; bit++) {
      container[bit / 8] ^= (byte) (1 << bit % 8);
      seen.add(fault(container, "bit " + bit));
      container[bit / 8] ^= (byte) (1 << bit % 8);
    }
    assertTrue(
        seen.containsAll(
            EnumSet.of(
                Fault.BAD_MAGIC,
                Fault.UNSUPPORTED_VERSION,
                Fault.RESERVED_NONZERO,
                Fault.CHECKSUM,
                Fault.BAD_FIELD,
                Fault.TRUNCATED)),
        seen.toString());
  }

  @Test
  void findsEveryTruncationWhereItIs() throws Exception {
    byte[] container = small(BookForm.EMBEDDED);
    for (int bytes = 0; bytes < container.length; bytes++) {
      VailFormatException e = exception(Arrays.copyOf(container, bytes), "first " + bytes);
      assertEquals(Fault.TRUNCATED + " at " + bytes, e.fault() + " at " + e.offset());
    }
  }

  @Test
  void findsBytesAfterTheEnd() throws Exception {
    byte[] container = small(BookForm.EMBEDDED);
    VailFormatException e = exception(Arrays.copyOf(container, container.length + 1), "longer");

    assertEquals(Fault.TRAILING_DATA + " at " + container.length, e.fault() + " at " + e.offset());
  }

  @Test
  void findsFramesThatAreSwappedLostOrDoubled() throws Exception {
    byte[] file = new byte[64 * 6];
    new SplittableRandom(3).nextBytes(file);
    byte[] container = Containers.encode(file, Containers.small());
    int frame = 64 + 12 + FrameHead.OVERHEAD;
    int first = Preamble.SIZE + FrameHead.OVERHEAD + SegmentBytes.LEAST;
    byte[] swapped = container.clone();
    System.arraycopy(container, first, swapped, first + frame, frame);
    System.arraycopy(container, first + frame, swapped, first, frame);
    byte[] doubled = container.clone();
    System.arraycopy(container, first, doubled, first + frame, frame);
    byte[] lost = Arrays.copyOf(container, container.length - frame);
    System.arraycopy(container, first + frame, lost, first, lost.length - first);

    for (byte[] damaged : new byte[][] {swapped, doubled, lost}) {
      assertEquals(Fault.BAD_FIELD, exception(damaged, "V-04").fault());
    }
  }

  @Test
  void neverMeetsAnythingButAFaultInRandomDamage() throws Exception {
    SplittableRandom random = new SplittableRandom(20_260);
    byte[] container = Containers.encode(Containers.mixed(3000), Containers.small());
    for (int round = 0; round < 3000; round++) {
      byte[] damaged = container.clone();
      int from = random.nextInt(damaged.length);
      int bytes = random.nextInt(1, 40);
      for (int at = from; at < Math.min(damaged.length, from + bytes); at++) {
        damaged[at] = (byte) random.nextInt();
      }
      if (!Arrays.equals(damaged, container)) {
        exception(damaged, "seed 20260, round " + round);
      }
    }
  }

  @Test
  void nameEveryFaultAtTheSameByteOnAnyNumberOfThreads() throws Exception {
    byte[] container = Containers.encode(Containers.mixed(200_000), Containers.small());
    container[container.length / 3] ^= 1;
    container[container.length / 2] ^= 1;
    String one = where(container, 1);
    for (int threads = 2; threads < 6; threads++) {
      assertEquals(one, where(container, threads));
    }
  }

  /** V-25, in jobs of 4096 tiles: the block checks of two jobs are wrong, those of frames right. */
  @Test
  void handsOutNothingBehindTheFirstFault() throws Exception {
    byte[] file = new byte[4 * 4096 * 4];
    new SplittableRandom(25).nextBytes(file);
    byte[] container = Containers.encode(file, Containers.options(4, BookForm.EMBEDDED, 1));
    int body = 4 + 12;
    int first = Preamble.SIZE + FrameHead.OVERHEAD + SegmentBytes.LEAST + FrameHead.SIZE;
    for (int tile : new int[] {4096 + 5, 3 * 4096}) {
      int at = first + tile * (body + FrameHead.OVERHEAD);
      container[at + body - 1] ^= 1;
      CRC32C check = new CRC32C();
      check.update(container, at - FrameHead.SIZE, FrameHead.SIZE + body);
      ByteBuffer.wrap(container)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(at + body, (int) check.getValue());
    }
    int block = first + (4096 + 5) * (body + FrameHead.OVERHEAD);
    for (int threads = 1; threads < 4; threads++) {
      ByteArrayOutputStream restored = new ByteArrayOutputStream();
      ContainerReader reader =
          new ContainerReader(Containers.DECODER, BookSet.empty(), Limits.DEFAULT, threads);
      VailFormatException e =
          assertThrows(
              VailFormatException.class,
              () ->
                  reader.read(
                      Channels.newChannel(new ByteArrayInputStream(container)),
                      Channels.newChannel(restored),
                      Progress.NONE));
      assertEquals(Fault.CHECKSUM + " at " + (block + 8), e.fault() + " at " + e.offset());
      assertArrayEquals(Arrays.copyOf(file, 4 * 4096), restored.toByteArray());
    }
  }

  private static String where(byte[] container, int threads) throws Exception {
    try {
      Containers.decode(container, Containers.BOOKS, Limits.DEFAULT, threads);
      throw new AssertionError("damage went unseen");
    } catch (VailFormatException e) {
      return e.fault() + " at " + e.offset();
    }
  }

  private static byte[] small(BookForm form) throws Exception {
    byte[] file = Containers.mixed(100);
    byte[] container = Containers.encode(file, Containers.options(64, form, 1));
    assertArrayEquals(file, Containers.decode(container, Containers.BOOKS, Limits.DEFAULT, 1));
    return container;
  }

  private static Fault fault(byte[] container, String what) throws Exception {
    return exception(container, what).fault();
  }

  private static VailFormatException exception(byte[] container, String what) throws Exception {
    try {
      Containers.decode(container, Containers.BOOKS, Limits.DEFAULT, 1);
    } catch (VailFormatException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= container.length, what + ": " + e.getMessage());
      return e;
    }
    throw new AssertionError(what + ": damage went unseen");
  }
}
