package vail.container;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.TileSplitter;

/**
 * Gathers the TILE frames of a segment into chunks and checks what only their order shows (V-17).
 */
final class SegmentReader {
  private final FrameInput input;
  private final Limits limits;
  private final FileBooks books;
  private final Window<DecodeChunk> window;
  private final TileBody body;
  private final Segment segment;
  private final long outputBefore;
  private Optional<DecodeChunk> filling = Optional.empty();
  private boolean ended;
  private long bytes;

  SegmentReader(
      FrameInput input,
      FileBooks books,
      Window<DecodeChunk> window,
      Segment segment,
      long outputBefore,
      Limits limits) {
    this.input = input;
    this.limits = limits;
    this.books = books;
    this.window = window;
    this.segment = segment;
    this.outputBefore = outputBefore;
    this.body = new TileBody(limits);
  }

  Segment segment() {
    return segment;
  }

  /** Bytes of the original so far. */
  long bytes() {
    return bytes;
  }

  /** Reads the tile whose head was read last; returns what its blocks say of themselves. */
  TileBody tile(FrameHead frame) throws IOException {
    frame.bound(TileBody.LEAST, ChunkSize.tileBound(segment));
    if (ended) {
      throw frame.outOfOrder("after the last, shorter tile of its segment");
    }
    DecodeChunk chunk = filling.isPresent() ? filling.get() : start();
    MemorySegment bodies = chunk.bodies();
    input.bodyPart(bodies, chunk.bodyAt(), frame.bodyBytes());
    input.bodyEnd();
    body.read(segment, bodies.asSlice(chunk.bodyAt(), frame.bodyBytes()), frame.bodyAt());
    body.books().forEach(id -> books.require(id, frame.bodyAt()));
    count(frame);
    chunk.add(body, frame);
    if (chunk.isFull()) {
      submit();
    }
    return body;
  }

  private DecodeChunk start() throws IOException {
    DecodeChunk chunk = window.take();
    chunk.prepare(segment);
    filling = Optional.of(chunk);
    return chunk;
  }

  private void count(FrameHead frame) {
    bytes += TileSplitter.of(segment.split()).rawBytes(body.symbols());
    ended = body.symbols() < segment.tileSymbols();
    if (bytes > segment.mostBytes()) {
      throw frame.outOfOrder("beyond the end of its tensor");
    }
    if (outputBefore + bytes > limits.outputBytes()) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          frame.place(),
          "more than the " + limits.outputBytes() + " bytes of output granted");
    }
  }

  /**
   * Ends the segment, which a tensor fills (V-15); the next frame, or the end of what was asked
   * for, is at {@code next}.
   */
  void end(long next) {
    submit();
    if (segment.role() == SegmentRole.TENSOR && bytes != segment.mostBytes()) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          next,
          "tensor '" + segment.name() + "' ends after " + bytes + " of its bytes");
    }
  }

  /** Starts the chunk that is being filled, if there is one. */
  void submit() {
    filling.ifPresent(chunk -> {
      chunk.with(books.only(chunk.books()));
      window.submit(chunk);
    });
    filling = Optional.empty();
  }
}
