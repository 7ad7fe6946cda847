package vail.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * Makes the three lists of a directory while frames go by (V-19, V-20). A writer keeps the lists; a
 * reader of the whole file only digests them, so that its memory does not grow with the file.
 */
final class DirectoryBuilder {
  private static final int COUNTS = 16;
  private static final int ENTRY_FIXED = 8 + 4 + 8 + 8 + 8 + 2;
  private static final int USE = 10;

  private final OutputStream bookList;
  private final OutputStream entryList;
  private final OutputStream extentList;
  private final Limits limits;
  private final Map<Integer, Long> uses = new TreeMap<>();
  private long books;
  private long segments;
  private long tiles;
  private long entryBytes;
  private byte[] descriptor = {};
  private long segmentAt;
  private long extentAt;
  private long segmentBytes;
  private long segmentBlockBytes;
  private long segmentTiles;

  DirectoryBuilder(
      OutputStream bookList, OutputStream entryList, OutputStream extentList, Limits limits) {
    this.bookList = bookList;
    this.entryList = entryList;
    this.extentList = extentList;
    this.limits = limits;
  }

  void book(long place) throws IOException {
    books++;
    byte[] entry = new byte[8];
    little(entry).putLong(place);
    bookList.write(entry);
  }

  void beginSegment(byte[] body, FrameHead frame) {
    descriptor = body;
    segmentAt = frame.place();
    extentAt = frame.end();
    segmentBytes = 0;
    segmentBlockBytes = 0;
    segmentTiles = 0;
    uses.clear();
  }

  /** A block of the tile that follows; slot and epoch as its head says them. */
  void block(int slot, int epoch) {
    uses.merge(slot << 8 | epoch, 1L, Long::sum);
  }

  void tile(FrameHead frame, long originalBytes) throws IOException {
    byte[] extent = new byte[4];
    little(extent).putInt((int) (frame.end() - extentAt));
    extentList.write(extent);
    extentAt = frame.end();
    tiles++;
    segmentTiles++;
    segmentBytes += originalBytes;
    segmentBlockBytes += frame.bodyBytes();
    checkLimit(frame.place());
  }

  void endSegment() throws IOException {
    byte[] entry = new byte[ENTRY_FIXED + descriptor.length + USE * uses.size()];
    ByteBuffer fields =
        little(entry)
            .putLong(segmentAt)
            .putInt(descriptor.length)
            .put(descriptor)
            .putLong(segmentBytes)
            .putLong(segmentBlockBytes)
            .putLong(segmentTiles)
            .putShort((short) uses.size());
    uses.forEach(
        (book, blocks) -> fields.putShort(Short.reverseBytes(book.shortValue())).putLong(blocks));
    entryList.write(entry);
    entryBytes += entry.length;
    segments++;
    checkLimit(segmentAt);
  }

  private void checkLimit(long at) {
    if (bodyBytes() > Math.min(limits.directoryBytes(), Integer.MAX_VALUE)) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          at,
          "a directory of more than the " + limits.directoryBytes() + " bytes granted");
    }
  }

  /** Bytes of the segment so far, in the original. */
  long segmentBytes() {
    return segmentBytes;
  }

  long bookListBytes() {
    return 8 * books;
  }

  long entryListBytes() {
    return entryBytes;
  }

  long extentListBytes() {
    return 4 * tiles;
  }

  long bodyBytes() {
    return COUNTS + bookListBytes() + entryListBytes() + extentListBytes();
  }

  /** The first part of the body: how long the lists are. */
  byte[] counts() {
    byte[] counts = new byte[COUNTS];
    little(counts).putInt((int) books).putInt((int) segments).putLong(tiles);
    return counts;
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
