package vail.container;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Optional;
import java.util.zip.CRC32C;
import vail.block.BlockDecoder;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.PlaneKernels;

/**
 * Restores whole files: reads a container once and in order, from a pipe if need be, and checks
 * every byte of it. Tiles are decoded in parallel; memory is bounded whatever the size of the file.
 *
 * <p>A tile's bytes are handed out once its own checks held (V-25); only the return of {@link
 * #read} says that the whole file is sound.
 */
public final class ContainerReader {
  private static final int BUFFER = 1 << 18;

  private final BlockDecoder decoder;
  private final PlaneKernels planes;
  private final BookSet installed;
  private final Limits limits;
  private final int threads;

  /** A reader with planes put together in Java. */
  public ContainerReader(BlockDecoder decoder, BookSet installed, Limits limits, int threads) {
    this(decoder, PlaneKernels.JAVA, installed, limits, threads);
  }

  /**
   * A reader; it may be used for many files, by many threads.
   *
   * @param planes puts elements together
   * @param installed books that containers may name by digest
   * @param threads threads that decode, 1 or more; the calling thread reads and writes besides
   */
  public ContainerReader(
      BlockDecoder decoder, PlaneKernels planes, BookSet installed, Limits limits, int threads) {
    this.decoder = decoder;
    this.planes = planes;
    this.installed = installed;
    this.limits = limits;
    this.threads = threads;
  }

  /**
   * Restores the original.
   *
   * @return bytes of the original
   * @throws VailFormatException at the first fault in the file, after what lies before it has been
   *     written; CANCELLED if the calling thread is interrupted
   */
  public long read(ReadableByteChannel container, WritableByteChannel original, Progress progress)
      throws IOException {
    Restored restored = new Restored(original, progress);
    try {
      restore(container, restored);
      return restored.bytes;
    } catch (ClosedByInterruptException e) {
      throw Window.cancelled();
    }
  }

  private void restore(ReadableByteChannel container, Restored restored) throws IOException {
    try (Arena arena = Arena.ofShared();
        Window<DecodeChunk> window =
            new Window<>(
                ChunkSize.threads(threads, decoder.bytesAtOnce()),
                () -> new DecodeChunk(decoder, planes, limits, arena),
                restored)) {
      FrameInput input = new FrameInput(container, 0, arena.allocate(BUFFER));
      Preamble.read(input.upTo(Preamble.SIZE));
      Pass pass = new Pass(input, window);
      EndFrame end;
      try {
        end = pass.frames();
      } catch (VailFormatException e) {
        // What lies before the fault comes first, and so do its own faults.
        pass.open.ifPresent(SegmentReader::submit);
        window.drain();
        throw e;
      }
      window.drain();
      restored.compare(end, input.position() - EndFrame.SIZE);
    }
  }

  /** What has come out so far. */
  private static final class Restored implements Window.Outlet<DecodeChunk> {
    private final WritableByteChannel original;
    private final Progress progress;
    private final CRC32C check = new CRC32C();
    private long bytes;

    Restored(WritableByteChannel original, Progress progress) {
      this.original = original;
      this.progress = progress;
    }

    @Override
    public void accept(DecodeChunk chunk) throws IOException {
      ByteBuffer elements = chunk.elements().asByteBuffer();
      check.update(elements.duplicate());
      while (elements.hasRemaining()) {
        original.write(elements);
      }
      bytes += chunk.bytes();
      progress.advance(chunk.bytes());
    }

    void compare(EndFrame end, long place) {
      if (end.originalBytes() != bytes) {
        throw new VailFormatException(
            Fault.BAD_FIELD,
            place + FrameHead.SIZE + EndFrame.BYTES_AT,
            "the file holds " + bytes + " bytes, not " + end.originalBytes());
      }
      if (end.originalCheck() != (int) check.getValue()) {
        throw new VailFormatException(
            Fault.CHECKSUM,
            place + FrameHead.SIZE + EndFrame.CHECK_AT,
            "the CRC-32C of the restored file is not the one it had");
      }
    }
  }

  /** One way through the container, from its first frame to its last. */
  private final class Pass {
    private final FrameInput input;
    private final Window<DecodeChunk> window;
    private final FileBooks books = new FileBooks(installed, limits);
    private final DirectoryCheck directory = new DirectoryCheck(limits);
    private Optional<SegmentReader> open = Optional.empty();
    private long segmentStart;

    Pass(FrameInput input, Window<DecodeChunk> window) {
      this.input = input;
      this.window = window;
    }

    EndFrame frames() throws IOException {
      FrameHead frame = input.head();
      while (frame.type() != FrameType.DIRECTORY) {
        switch (frame.type()) {
          case BOOK -> book(frame);
          case SEGMENT -> segment(frame);
          case TILE -> tile(frame);
          case END -> throw frame.outOfOrder("before the directory");
          case DIRECTORY -> throw new AssertionError("the loop's end");
        }
        frame = input.head();
      }
      endSegment(frame.place());
      directory.compare(frame, input);
      return end(frame.place());
    }

    private void book(FrameHead frame) throws IOException {
      books.add(frame, input.body(frame.bound(BookFrame.SMALL, BookFrame.LARGE)));
      directory.builder().book(frame.place());
    }

    private void segment(FrameHead frame) throws IOException {
      endSegment(frame.place());
      byte[] body = input.body(frame.bound(SegmentBytes.LEAST, SegmentBytes.MOST));
      Segment segment;
      try {
        segment = SegmentBytes.read(body, limits);
      } catch (VailFormatException e) {
        throw e.within(frame.bodyAt());
      }
      if (segment.start() != segmentStart) {
        throw new VailFormatException(
            Fault.BAD_FIELD,
            frame.bodyAt(),
            "a segment from byte " + segment.start() + ", not from " + segmentStart);
      }
      directory.builder().beginSegment(body, frame);
      open = Optional.of(new SegmentReader(input, books, window, segment, segmentStart, limits));
    }

    private void tile(FrameHead frame) throws IOException {
      SegmentReader segment = open.orElseThrow(() -> frame.outOfOrder("before any segment"));
      long before = segment.bytes();
      segment.tile(frame).countInto(directory.builder());
      directory.builder().tile(frame, segment.bytes() - before);
    }

    private void endSegment(long next) throws IOException {
      if (open.isPresent()) {
        open.get().end(next);
        directory.builder().endSegment();
        segmentStart += open.get().bytes();
        open = Optional.empty();
      }
    }

    private EndFrame end(long directoryAt) throws IOException {
      FrameHead frame = input.head();
      if (frame.type() != FrameType.END) {
        throw frame.outOfOrder("after the directory");
      }
      byte[] body = input.body(frame.bound(EndFrame.BODY, EndFrame.BODY));
      EndFrame end;
      try {
        end = EndFrame.read(body);
      } catch (VailFormatException e) {
        throw e.within(frame.bodyAt());
      }
      if (end.directoryAt() != directoryAt) {
        throw new VailFormatException(
            Fault.BAD_FIELD, frame.bodyAt(), "the directory is not at " + end.directoryAt());
      }
      if (!input.atEnd()) {
        throw new VailFormatException(
            Fault.TRAILING_DATA, input.position(), "bytes after the last frame");
      }
      return end;
    }
  }
}
