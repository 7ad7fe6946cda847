package vail.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import vail.Vail;
import vail.block.BlockDecoder;
import vail.block.ScalarPayload;
import vail.block.SoftwareDecoder;
import vail.code.BookSet;
import vail.container.ContainerReader;
import vail.container.MemoryFile;
import vail.container.Progress;
import vail.container.RandomAccessReader;
import vail.container.SegmentEntry;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.ElementType;

/** Containers from anywhere, their checks made right so that what they say has its turn. */
class ContainerFuzzTest {
  private static final int PREAMBLE = 16;
  private static final int HEAD = 16;
  private static final Limits LIMITS = new Limits(65_536, 100, 1 << 20, 1 << 26);
  private static final BlockDecoder DECODER = new SoftwareDecoder(ScalarPayload::new);

  @FuzzTest(maxDuration = "30m")
  void endsInAFaultOrInTheSameBytesByBothReaders(byte[] bytes) throws IOException {
    byte[] container = sealed(bytes);
    ByteArrayOutputStream streamed = new ByteArrayOutputStream();
    try {
      new ContainerReader(DECODER, BookSet.empty(), LIMITS, 1)
          .read(
              Channels.newChannel(new ByteArrayInputStream(container)),
              Channels.newChannel(streamed),
              Progress.NONE);
    } catch (VailFormatException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= container.length, e.getMessage());
      seekThroughDamage(container);
      return;
    }
    assertArrayEquals(streamed.toByteArray(), seek(container));
  }

  @Test
  void holdsForContainersWithAFewBytesChanged() throws IOException {
    byte[] container = container();
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = container.clone();
      for (int change = random.nextInt(1, 4); change > 0; change--) {
        damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      }
      endsInAFaultOrInTheSameBytesByBothReaders(damaged);
    }
    endsInAFaultOrInTheSameBytesByBothReaders(container);
  }

  /** A reader that seeks sees less, so it may find nothing; but nothing else may become of it. */
  private static void seekThroughDamage(byte[] container) throws IOException {
    try {
      seek(container);
    } catch (VailFormatException e) {
      assertTrue(e.offset() >= 0 && e.offset() <= container.length, e.getMessage());
    }
  }

  private static byte[] seek(byte[] container) throws IOException {
    ByteArrayOutputStream found = new ByteArrayOutputStream();
    RandomAccessReader reader =
        new RandomAccessReader(new MemoryFile(container), DECODER, BookSet.empty(), LIMITS, 1);
    for (SegmentEntry entry : reader.directory().segments()) {
      reader.copy(entry, Channels.newChannel(found), Progress.NONE);
    }
    return found.toByteArray();
  }

  private static byte[] container() {
    byte[] elements = new byte[6000];
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < elements.length; i += 2) {
      elements[i + 1] = (byte) (60 + random.nextInt(4));
    }
    try (Vail vail = Vail.open()) {
      return vail.encode(MemorySegment.ofArray(elements), ElementType.BF16)
          .toArray(ValueLayout.JAVA_BYTE);
    }
  }

  /** Makes the check of the preamble, and of each frame as far as they follow each other, right. */
  private static byte[] sealed(byte[] bytes) {
    byte[] container = bytes.clone();
    ByteBuffer fields = ByteBuffer.wrap(container).order(ByteOrder.LITTLE_ENDIAN);
    if (container.length >= PREAMBLE) {
      fields.putInt(12, check(container, 0, 12));
    }
    long at = PREAMBLE;
    while (at + HEAD + 4 <= container.length) {
      long body = Integer.toUnsignedLong(fields.getInt((int) at + 4));
      if (at + HEAD + body + 4 > container.length) {
        return container;
      }
      int checked = (int) (HEAD + body);
      fields.putInt((int) at + checked, check(container, (int) at, checked));
      at += checked + 4;
    }
    return container;
  }

  private static int check(byte[] bytes, int at, int count) {
    CRC32C check = new CRC32C();
    check.update(bytes, at, count);
    return (int) check.getValue();
  }
}
