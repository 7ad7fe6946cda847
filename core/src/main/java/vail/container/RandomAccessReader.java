package vail.container;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Objects;
import vail.block.BlockDecoder;
import vail.code.BookSet;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.tensor.PlaneKernels;

/**
 * Restores single tensors, or some tiles of one, and reads no more of the container than its ends,
 * its books and those tiles (V-23). Belongs to one thread at a time.
 */
public final class RandomAccessReader {
  private static final int BUFFER = 1 << 18;

  private final SeekableByteChannel file;
  private final BlockDecoder decoder;
  private final PlaneKernels planes;
  private final Limits limits;
  private final int threads;
  private final FileBooks books;
  private final Directory directory;

  /** A reader with planes put together in Java. */
  public RandomAccessReader(
      SeekableByteChannel file, BlockDecoder decoder, BookSet installed, Limits limits, int threads)
      throws IOException {
    this(file, decoder, PlaneKernels.JAVA, installed, limits, threads);
  }

  /**
   * Reads the directory and the books.
   *
   * @param file the container; stays open, and is left at no particular position
   * @param planes puts elements together
   * @param installed books that the container may name by digest
   * @param threads threads that decode, 1 or more
   */
  public RandomAccessReader(
      SeekableByteChannel file,
      BlockDecoder decoder,
      PlaneKernels planes,
      BookSet installed,
      Limits limits,
      int threads)
      throws IOException {
    this.file = file;
    this.decoder = decoder;
    this.planes = planes;
    this.limits = limits;
    this.threads = threads;
    this.books = new FileBooks(installed, limits);
    try (Arena arena = Arena.ofConfined()) {
      this.directory = new Opening(file, limits, books, arena).directory();
    }
  }

  /** What the container holds. */
  public Directory directory() {
    return directory;
  }

  /**
   * Restores a whole segment.
   *
   * @param entry of this container's directory
   * @return bytes written
   */
  public long copy(SegmentEntry entry, WritableByteChannel target, Progress progress)
      throws IOException {
    return copy(entry, 0, entry.tiles(), target, progress);
  }

  /**
   * Restores tiles {@code from} (included) to {@code to} (excluded) of a segment.
   *
   * @return bytes written
   * @throws VailFormatException at the first fault in what had to be read; CANCELLED if the calling
   *     thread is interrupted
   */
  public long copy(
      SegmentEntry entry, long from, long to, WritableByteChannel target, Progress progress)
      throws IOException {
    Objects.checkFromToIndex(from, to, entry.tiles());
    try (Arena arena = Arena.ofShared();
        Window<DecodeChunk> window =
            new Window<>(
                ChunkSize.threads(threads, decoder.bytesAtOnce()),
                () -> new DecodeChunk(decoder, planes, limits, arena),
                chunk -> write(chunk, target, progress))) {
      TileRange range = new TileRange(file, entry, from, to, arena.allocate(BUFFER));
      try {
        range.decode(books, window, limits);
      } catch (VailFormatException e) {
        window.drain();
        throw e;
      }
      window.drain();
      return entry.tileStart(to) - entry.tileStart(from);
    } catch (ClosedByInterruptException e) {
      throw Window.cancelled();
    }
  }

  /** Tells what the blocks of a segment say of themselves, without decoding them. */
  public void visit(SegmentEntry entry, BlockVisitor visitor) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      new TileRange(file, entry, 0, entry.tiles(), arena.allocate(BUFFER)).visit(limits, visitor);
    }
  }

  private static void write(DecodeChunk chunk, WritableByteChannel target, Progress progress)
      throws IOException {
    ByteBuffer elements = chunk.elements().asByteBuffer();
    while (elements.hasRemaining()) {
      target.write(elements);
    }
    progress.advance(chunk.bytes());
  }
}
