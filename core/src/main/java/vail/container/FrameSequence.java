package vail.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import vail.code.BookId;
import vail.fault.Limits;
import vail.tensor.FileKind;

/** Puts encoded chunks into the order of frames that a container has (V-08, V-20). */
final class FrameSequence {
  private final FrameOutput output;
  private final Coding coding;
  private final BookForm form;
  private final Progress progress;
  private final Set<BookId> brought = new HashSet<>();
  private final ByteArrayOutputStream bookList = new ByteArrayOutputStream();
  private final ByteArrayOutputStream entryList = new ByteArrayOutputStream();
  private final ByteArrayOutputStream extentList = new ByteArrayOutputStream();
  private final DirectoryBuilder directory;
  private Optional<Segment> open = Optional.empty();

  FrameSequence(
      FrameOutput output, Coding coding, BookForm form, Limits limits, Progress progress) {
    this.output = output;
    this.coding = coding;
    this.form = form;
    this.progress = progress;
    this.directory = new DirectoryBuilder(bookList, entryList, extentList, limits);
  }

  void start(FileKind kind) throws IOException {
    output.plain(Preamble.write(kind));
  }

  /** Writes the tiles of a chunk, and their segment before if they are its first. */
  void chunk(EncodeChunk chunk) throws IOException {
    if (open.isEmpty() || !open.get().equals(chunk.segment())) {
      closeSegment();
      byte[] body = SegmentBytes.write(chunk.segment());
      long place = output.frame(FrameType.SEGMENT, body);
      directory.beginSegment(body, new FrameHead(FrameType.SEGMENT, body.length, place));
      open = Optional.of(chunk.segment());
    }
    for (int tile = 0; tile < chunk.tiles(); tile++) {
      tile(chunk, tile);
    }
    progress.advance(chunk.bytes());
  }

  private void tile(EncodeChunk chunk, int tile) throws IOException {
    for (int plane = 0; plane < chunk.segment().split().planes(); plane++) {
      int slot = chunk.slot(tile, plane);
      int epoch = chunk.epoch(tile, plane);
      directory.block(slot, epoch);
      if (slot >= 1 && slot <= BookId.MAX_SLOT && brought.add(new BookId(slot, epoch))) {
        BookId id = new BookId(slot, epoch);
        byte[] body = BookFrame.write(id, coding.books().book(id), form);
        directory.book(output.frame(FrameType.BOOK, body));
      }
    }
    long bytes = chunk.bodyBytes(tile);
    long place = output.begin(FrameType.TILE, bytes);
    chunk.putBody(tile, output);
    output.end();
    directory.tile(new FrameHead(FrameType.TILE, bytes, place), chunk.tileBytes(tile));
  }

  private void closeSegment() throws IOException {
    if (open.isPresent()) {
      directory.endSegment();
    }
  }

  /** Writes directory and end. */
  void finish(long originalBytes, int originalCheck) throws IOException {
    closeSegment();
    long place = output.begin(FrameType.DIRECTORY, directory.bodyBytes());
    for (byte[] part :
        new byte[][] {
          directory.counts(),
          bookList.toByteArray(),
          entryList.toByteArray(),
          extentList.toByteArray()
        }) {
      output.put(MemorySegment.ofArray(part), 0, part.length);
    }
    output.end();
    output.frame(FrameType.END, new EndFrame(place, originalBytes, originalCheck).write());
    output.flush();
  }
}
