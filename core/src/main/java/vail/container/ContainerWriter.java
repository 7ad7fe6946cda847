package vail.container;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32C;
import vail.container.EncodeChunk.Piece;
import vail.container.SegmentPlan.Planned;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.ElementType;
import vail.tensor.FileLayout;
import vail.tensor.Prefix;
import vail.tensor.TensorFile;

/**
 * Writes containers: reads any file once and in order, from a pipe if need be, and writes without
 * looking back. Tiles are encoded in parallel; memory is bounded whatever the size of the file.
 */
public final class ContainerWriter {
  private static final int BUFFER = 1 << 18;

  private final Coding coding;
  private final WriteOptions options;

  /** A writer; it may be used for many files, by many threads. */
  public ContainerWriter(Coding coding, WriteOptions options) {
    this.coding = coding;
    this.options = options;
  }

  /** Writes a file whose format its first bytes tell; what nobody knows is kept as it is. */
  public void write(
      ReadableByteChannel original,
      OptionalLong originalBytes,
      WritableByteChannel container,
      Progress progress)
      throws IOException {
    write(TensorFile::recognise, original, originalBytes, container, progress);
  }

  /**
   * Writes a file of a format that the caller names.
   *
   * @param originalBytes size of the original if it is known; a pipe's is not
   * @throws VailFormatException if the header of the original breaks a rule, or the original ends
   *     within a tensor; CANCELLED if the calling thread is interrupted
   */
  public void write(
      TensorFile format,
      ReadableByteChannel original,
      OptionalLong originalBytes,
      WritableByteChannel container,
      Progress progress)
      throws IOException {
    write(format::read, original, originalBytes, container, progress);
  }

  /** How the header of a file is read. */
  private interface Header {
    FileLayout read(Prefix prefix, Limits limits) throws IOException;
  }

  private void write(
      Header header,
      ReadableByteChannel original,
      OptionalLong originalBytes,
      WritableByteChannel container,
      Progress progress)
      throws IOException {
    Prefix prefix = new Prefix(original, originalBytes);
    try {
      write(prefix, header.read(prefix, options.limits()), container, progress);
    } catch (ClosedByInterruptException e) {
      throw Window.cancelled();
    }
  }

  private void write(
      Prefix original, FileLayout layout, WritableByteChannel container, Progress progress)
      throws IOException {
    int near = coding.encoder().bytesAtOnce();
    SegmentPlan plan = new SegmentPlan(options, near);
    try (Arena arena = Arena.ofShared()) {
      FrameOutput output = new FrameOutput(container, arena.allocate(BUFFER));
      FrameSequence frames =
          new FrameSequence(output, coding, options.books(), options.limits(), progress);
      frames.start(layout.kind());
      Pass pass;
      try (Window<EncodeChunk> window =
          new Window<>(
              ChunkSize.threads(options.threads(), near),
              () -> new EncodeChunk(coding, arena, plan.opaque(0, 0)),
              frames::chunk)) {
        pass = new Pass(original, window);
        for (Planned segment : plan.planned(layout)) {
          pass.copy(segment);
        }
        pass.copyRest(plan, layout.rest());
        window.drain();
      }
      frames.finish(pass.position, (int) pass.check.getValue());
    }
  }

  /** One way through the original, from its first byte to its last. */
  private static final class Pass {
    private final Prefix original;
    private final Window<EncodeChunk> window;
    private final CRC32C check = new CRC32C();
    private long position;

    Pass(Prefix original, Window<EncodeChunk> window) {
      this.original = original;
      this.window = window;
    }

    void copy(Planned segment) throws IOException {
      long left = segment.bytes();
      do {
        EncodeChunk chunk = window.take();
        MemorySegment elements = chunk.prepare(segment.piece());
        int wanted = (int) Math.min(left, room(segment.piece()));
        int got = read(elements, wanted);
        if (got < wanted) {
          throw new VailFormatException(
              Fault.TRUNCATED, position, "the header promises " + (left - got) + " bytes more");
        }
        chunk.filled(got);
        window.submit(chunk);
        left -= got;
      } while (left > 0);
    }

    /** Whatever follows: elements of a type if the caller named one, and a tail of no element. */
    void copyRest(SegmentPlan plan, Optional<ElementType> type) throws IOException {
      Piece piece =
          type.map(known -> plan.flat(position, known))
              .orElseGet(() -> plan.opaque(position, Long.MAX_VALUE));
      int group = piece.segment().split().groupBytes();
      int got;
      do {
        EncodeChunk chunk = window.take();
        MemorySegment elements = chunk.prepare(piece);
        got = read(elements, room(piece));
        int whole = got - got % group;
        byte[] tail = elements.asSlice(whole, got - whole).toArray(ValueLayout.JAVA_BYTE);
        submit(chunk, whole);
        copyTail(plan.opaque(position - tail.length, tail.length), tail);
      } while (got == room(piece));
    }

    private void copyTail(Piece piece, byte[] tail) throws IOException {
      EncodeChunk chunk = window.take();
      MemorySegment.copy(tail, 0, chunk.prepare(piece), ValueLayout.JAVA_BYTE, 0, tail.length);
      submit(chunk, tail.length);
    }

    /** Nothing is no segment (V-12). */
    private void submit(EncodeChunk chunk, int bytes) {
      if (bytes == 0) {
        window.giveBack(chunk);
      } else {
        chunk.filled(bytes);
        window.submit(chunk);
      }
    }

    private static int room(Piece piece) {
      return piece.tiles() * piece.segment().tileBytes();
    }

    /** Reads as many bytes as wanted, fewer only at the end. */
    private int read(MemorySegment target, int wanted) throws IOException {
      ByteBuffer bytes = target.asSlice(0, wanted).asByteBuffer();
      int got = 0;
      while (bytes.hasRemaining() && got >= 0) {
        got = original.read(bytes);
      }
      bytes.flip();
      int read = bytes.remaining();
      check.update(bytes);
      position += read;
      return read;
    }
  }
}
