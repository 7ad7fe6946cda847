package vail.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import vail.block.EncodePolicy;
import vail.block.OneBlock;
import vail.block.ScalarPayload;
import vail.block.Selection;
import vail.block.SoftwareEncoder;
import vail.code.BookId;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.tensor.FileKind;

/** Where books may stand besides the places that the project's own writer gives them (V-08). */
class BookPlacesTest {
  private static final byte[] ORIGINAL = {1, 2, 3, 4, 5};

  private final ByteArrayOutputStream file = new ByteArrayOutputStream();
  private final FrameOutput output =
      new FrameOutput(Channels.newChannel(file), MemorySegment.ofArray(new byte[4096]));
  private final ByteArrayOutputStream books = new ByteArrayOutputStream();
  private final ByteArrayOutputStream entries = new ByteArrayOutputStream();
  private final ByteArrayOutputStream extents = new ByteArrayOutputStream();
  private final DirectoryBuilder directory =
      new DirectoryBuilder(books, entries, extents, Limits.DEFAULT);

  @Test
  void readsBooksBeforeASegmentAndBooksThatNoBlockNames() throws IOException {
    output.plain(Preamble.write(FileKind.OPAQUE));
    book(Containers.NARROW);
    segment();
    book(Containers.WIDE);
    tile();
    book(Containers.BYTES);
    end();

    assertArrayEquals(ORIGINAL, Containers.decode(file.toByteArray()));
  }

  private void book(BookId id) throws IOException {
    byte[] body = BookFrame.write(id, Containers.BOOKS.book(id), BookForm.EMBEDDED);
    directory.book(output.frame(FrameType.BOOK, body));
  }

  private void segment() throws IOException {
    // Tiles of 65,536 symbols, split 0, role 0 and the type U8, as in the specification's first
    // file.
    byte[] body = new byte[20];
    body[10] = 1;
    body[15] = 2;
    body[18] = 'U';
    body[19] = '8';
    long place = output.frame(FrameType.SEGMENT, body);
    directory.beginSegment(body, new FrameHead(FrameType.SEGMENT, body.length, place));
  }

  private void tile() throws IOException {
    byte[] block =
        OneBlock.encode(
            new SoftwareEncoder(ScalarPayload::new),
            BookSet.empty(),
            EncodePolicy.stored(new Selection.Raw()),
            ORIGINAL);
    directory.block(0, 0);
    long place = output.frame(FrameType.TILE, block);
    directory.tile(new FrameHead(FrameType.TILE, block.length, place), ORIGINAL.length);
    directory.endSegment();
  }

  private void end() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part :
        new byte[][] {
          directory.counts(), books.toByteArray(), entries.toByteArray(), extents.toByteArray()
        }) {
      body.write(part);
    }
    long place = output.frame(FrameType.DIRECTORY, body.toByteArray());
    CRC32C check = new CRC32C();
    check.update(ORIGINAL);
    output.frame(
        FrameType.END, new EndFrame(place, ORIGINAL.length, (int) check.getValue()).write());
    output.flush();
  }
}
