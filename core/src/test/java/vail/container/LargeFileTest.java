package vail.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.code.BookSet;
import vail.fault.Limits;

/** A file of 6 GiB within the heap of the tests, 512 MiB. */
@Tag("large")
class LargeFileTest {
  private static final long GIB = 1L << 30;
  private static final long TENSOR = 3 * GIB;

  @TempDir private Path folder;

  @Test
  void restoresSixGibibytes() throws Exception {
    assertTrue(Runtime.getRuntime().maxMemory() <= 600L << 20, "the heap is not small enough");
    Path container = folder.resolve("large.vail");
    Made made = new Made();
    try (FileChannel out =
        FileChannel.open(container, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      new ContainerWriter(Containers.coding(), Containers.options(65_536, BookForm.EMBEDDED, 2))
          .write(made, OptionalLong.of(made.size), out, Progress.NONE);
    }
    Checked restored = new Checked();
    try (FileChannel in = FileChannel.open(container)) {
      assertTrue(in.size() > 3 * GIB && in.size() < 5 * GIB, in.size() + " bytes");
      long bytes =
          new ContainerReader(Containers.DECODER, BookSet.empty(), Limits.DEFAULT, 2)
              .read(in, restored, Progress.NONE);
      assertEquals(made.size, bytes);
      assertEquals(made.check.getValue(), restored.check.getValue());

      RandomAccessReader reader =
          new RandomAccessReader(in, Containers.DECODER, BookSet.empty(), Limits.DEFAULT, 2);
      SegmentEntry second = reader.directory().tensor("b").orElseThrow();
      assertEquals(TENSOR, second.bytes());
      assertEquals(
          second.segment().tileBytes(),
          reader.copy(second, second.tiles() - 1, second.tiles(), new Checked(), Progress.NONE));
    }
  }

  /** Two tensors of 3 GiB, made as they are read. */
  private static final class Made implements ReadableByteChannel {
    private final byte[] pattern = Containers.bfloat16(new SplittableRandom(6), 1 << 20);
    private final CRC32C check = new CRC32C();
    private final ByteBuffer header;
    private final long size;
    private long position;

    Made() {
      String json =
          ("{'a':{'dtype':'BF16','shape':["
                  + TENSOR / 2
                  + "],'data_offsets':[0,"
                  + TENSOR
                  + "]},"
                  + "'b':{'dtype':'BF16','shape':["
                  + TENSOR / 2
                  + "],'data_offsets':["
                  + TENSOR
                  + ","
                  + 2 * TENSOR
                  + "]}}")
              .replace('\'', '"');
      byte[] text = json.getBytes(StandardCharsets.UTF_8);
      header =
          ByteBuffer.allocate(8 + text.length)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(text.length)
              .put(text)
              .flip();
      size = header.remaining() + 2 * TENSOR;
    }

    @Override
    public int read(ByteBuffer target) {
      if (position == size) {
        return -1;
      }
      ByteBuffer source =
          header.hasRemaining()
              ? header
              : ByteBuffer.wrap(
                  pattern,
                  (int) (position % pattern.length),
                  pattern.length - (int) (position % pattern.length));
      int bytes = (int) Math.min(Math.min(target.remaining(), source.remaining()), size - position);
      ByteBuffer part = source.slice(source.position(), bytes);
      check.update(part.duplicate());
      target.put(part);
      source.position(source.position() + bytes);
      position += bytes;
      return bytes;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** Keeps nothing but the check of what was written. */
  private static final class Checked implements WritableByteChannel {
    private final CRC32C check = new CRC32C();

    @Override
    public int write(ByteBuffer source) throws IOException {
      int bytes = source.remaining();
      check.update(source);
      return bytes;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
