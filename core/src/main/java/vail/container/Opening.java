package vail.container;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.FileKind;

/** What a reader that seeks reads first: both ends, the directory, the books (V-23). */
final class Opening {
  private static final int BUFFER = 1 << 16;

  private final SeekableByteChannel file;
  private final Limits limits;
  private final FileBooks books;
  private final MemorySegment buffer;

  Opening(SeekableByteChannel file, Limits limits, FileBooks books, Arena arena) {
    this.file = file;
    this.limits = limits;
    this.books = books;
    this.buffer = arena.allocate(BUFFER);
  }

  Directory directory() throws IOException {
    long size = file.size();
    FileKind kind = Preamble.read(input(0, Math.min(size, Preamble.SIZE)).upTo(Preamble.SIZE));
    long endAt = size - EndFrame.SIZE;
    EndFrame end = end(endAt, size);
    if (end.directoryAt() < Preamble.SIZE || end.directoryAt() > endAt - FrameHead.OVERHEAD) {
      throw bad(endAt + FrameHead.SIZE, "a directory outside the file");
    }
    FrameInput input = input(end.directoryAt(), endAt);
    FrameHead frame = input.head();
    if (frame.type() != FrameType.DIRECTORY || frame.end() != endAt) {
      throw bad(frame.place(), "no directory that ends where the last frame starts");
    }
    if (frame.bodyBytes() > Math.min(limits.directoryBytes(), Integer.MAX_VALUE - 8)) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          frame.place() + FrameHead.BODY_BYTES_AT,
          "a directory of " + frame.bodyBytes() + " bytes");
    }
    DirectoryReader reader = new DirectoryReader(input.body(frame), frame, limits);
    readBooks(reader.books(), end.directoryAt());
    return new Directory(kind, size, end.originalBytes(), reader.segments(end.originalBytes()));
  }

  private EndFrame end(long endAt, long size) throws IOException {
    if (endAt < Preamble.SIZE) {
      throw noEnd(size);
    }
    FrameInput input = input(endAt, size);
    FrameHead frame;
    try {
      frame = input.head();
    } catch (VailFormatException e) {
      throw noEnd(size);
    }
    if (frame.type() != FrameType.END || frame.bodyBytes() != EndFrame.BODY) {
      throw noEnd(size);
    }
    byte[] body = input.body(frame);
    try {
      return EndFrame.read(body);
    } catch (VailFormatException e) {
      throw e.within(frame.bodyAt());
    }
  }

  private void readBooks(List<Long> places, long directoryAt) throws IOException {
    for (long place : places) {
      long most = place + FrameHead.OVERHEAD + BookFrame.LARGE;
      FrameInput input = input(place, Math.min(most, directoryAt));
      FrameHead frame = input.head();
      if (frame.type() != FrameType.BOOK) {
        throw frame.outOfOrder("where the directory has a book");
      }
      books.add(frame, input.body(frame.bound(BookFrame.SMALL, BookFrame.LARGE)));
    }
  }

  private FrameInput input(long from, long to) {
    return new FrameInput(new Slice(file, from, to), from, buffer);
  }

  private static VailFormatException noEnd(long size) {
    return new VailFormatException(Fault.TRUNCATED, size, "the file does not end as a container");
  }

  private static VailFormatException bad(long at, String detail) {
    return new VailFormatException(Fault.BAD_FIELD, at, detail);
  }
}
