package vail.container;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** Takes the body of a DIRECTORY frame apart and holds it against itself (V-20, V-21). */
final class DirectoryReader {
  private static final int COUNTS = 16;
  private static final int USE_BYTES = 10;

  /** What an entry costs in memory besides its bytes; counted as bytes of the directory (V-28). */
  private static final long UPKEEP = 256;

  private final ByteBuffer body;
  private final long bodyAt;
  private final long directoryAt;
  private final Limits limits;
  private final long books;
  private final long segments;
  private long originalAt;
  private long extentAt;
  private long placeAt = Preamble.SIZE;

  /** Reads the counts. */
  DirectoryReader(byte[] bytes, FrameHead frame, Limits limits) {
    this.body = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.bodyAt = frame.bodyAt();
    this.directoryAt = frame.place();
    this.limits = limits;
    require(bytes.length >= COUNTS, "a directory without its counts");
    books = Integer.toUnsignedLong(body.getInt());
    segments = Integer.toUnsignedLong(body.getInt());
    long tiles = body.getLong();
    long room = (long) bytes.length - COUNTS;
    require(books <= room / 8, "more books than bytes");
    require(tiles >= 0 && tiles <= (room - 8 * books) / 4, "more tiles than bytes");
    extentAt = bytes.length - 4 * tiles;
    if (books > limits.books() || UPKEEP * segments + bytes.length > limits.directoryBytes()) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          bodyAt,
          books + " books and " + segments + " segments are more than is granted");
    }
  }

  /** Places of the BOOK frames. */
  List<Long> books() {
    List<Long> places = new ArrayList<>();
    for (long book = 0; book < books; book++) {
      long place = body.getLong();
      require(place >= Preamble.SIZE && place < directoryAt, "a book outside the file");
      places.add(place);
    }
    return places;
  }

  /** The entries; to be called after {@link #books}. */
  List<SegmentEntry> segments(long originalBytes) {
    long tilesEnd = body.capacity();
    body.limit((int) extentAt);
    List<SegmentEntry> entries = new ArrayList<>();
    for (long segment = 0; segment < segments; segment++) {
      entries.add(entry());
    }
    require(!body.hasRemaining() && extentAt == tilesEnd, "lists that do not fill the directory");
    require(originalAt == originalBytes, "segments that are not the whole original");
    return entries;
  }

  private SegmentEntry entry() {
    long place = next(8).getLong();
    int descriptorBytes = next(4).getInt();
    require(
        descriptorBytes >= SegmentBytes.LEAST && descriptorBytes <= SegmentBytes.MOST,
        "a descriptor of " + descriptorBytes + " bytes");
    byte[] descriptor = new byte[descriptorBytes];
    int descriptorAt = body.position();
    next(descriptorBytes).get(descriptor);
    Segment segment = segment(descriptor, descriptorAt);
    long bytes = next(8).getLong();
    long blockBytes = next(8).getLong();
    long tiles = next(8).getLong();
    List<BookUse> uses = uses();
    require(segment.start() == originalAt, "segments that do not follow each other");
    require(
        bytes >= 0
            && bytes <= segment.mostBytes()
            && (segment.role() != SegmentRole.TENSOR || bytes == segment.mostBytes()),
        "a segment of " + bytes + " bytes");
    require(bytes % segment.split().groupBytes() == 0, "a segment that is not whole groups");
    require(tiles == Math.ceilDiv(bytes, segment.tileBytes()), "tiles that are not the segment");
    originalAt += bytes;
    return new SegmentEntry(
        segment, bytes, blockBytes, uses, extents(place, descriptorBytes, tiles));
  }

  private Segment segment(byte[] descriptor, int at) {
    try {
      return SegmentBytes.read(descriptor, limits);
    } catch (VailFormatException e) {
      throw e.within(bodyAt + at);
    }
  }

  private List<BookUse> uses() {
    int count = next(2).getShort() & 0xffff;
    List<BookUse> uses = new ArrayList<>();
    for (int use = 0; use < count; use++) {
      next(USE_BYTES);
      uses.add(new BookUse(body.get() & 0xff, body.get() & 0xff, body.getLong()));
    }
    return uses;
  }

  /** The extents of the next tiles; they must lie after what lies before and end in the file. */
  private Extents extents(long place, long descriptorBytes, long tiles) {
    require(tiles <= (body.capacity() - extentAt) / 4, "more tiles than extents");
    long start = place + FrameHead.OVERHEAD + descriptorBytes;
    require(place >= placeAt && place < directoryAt, "a segment outside the file");
    MemorySegment sizes = MemorySegment.ofArray(body.array()).asSlice(extentAt, 4 * tiles);
    Extents extents = new Extents(start, sizes);
    placeAt = extents.place(tiles);
    require(placeAt <= directoryAt, "tiles outside the file");
    extentAt += 4 * tiles;
    return extents;
  }

  private ByteBuffer next(int bytes) {
    require(body.remaining() >= bytes, "an entry that the directory has no room for");
    return body;
  }

  private void require(boolean kept, String otherwise) {
    if (!kept) {
      throw new VailFormatException(Fault.BAD_FIELD, bodyAt + body.position(), otherwise);
    }
  }
}
