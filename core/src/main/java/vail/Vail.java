package vail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import vail.backend.Backend;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.CodebookTrainer;
import vail.code.DefaultBooks;
import vail.code.ExponentCounts;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.NamedBook;
import vail.code.SymbolKind;
import vail.container.AtomicFile;
import vail.container.Coding;
import vail.container.ContainerReader;
import vail.container.ContainerWriter;
import vail.container.Progress;
import vail.container.RandomAccessReader;
import vail.container.SegmentEntry;
import vail.container.WriteOptions;
import vail.fault.Limits;
import vail.tensor.ElementType;
import vail.tensor.RawFile;
import vail.tensor.SymbolSplit;
import vail.tensor.TileSplitter;

/**
 * Tensors made smaller without loss, and back again, with defaults that suit most:
 *
 * {@snippet :
 * try (Vail vail = Vail.open()) {
 *   MemorySegment small = vail.encode(MemorySegment.ofArray(bytes), ElementType.BF16);
 *   MemorySegment same = vail.decode(small);
 * }
 * }
 *
 * <p>Books: the shipped ones, trained on earlier tensors of a small language model, and brought
 * along inside every result, so that it can be decoded anywhere. Selection: the best of the books
 * that suit each plane, by exact size over every eighth group of 64 symbols. Blocks: up to 65,536
 * symbols, portable layout. Source: {@code core/spec/container.md}.
 *
 * <p>Any number of threads may use one instance. Trouble of the input is a {@link
 * vail.fault.VailFormatException} with the byte at fault; trouble of files an {@link IOException}.
 */
public final class Vail implements AutoCloseable {
  /** A little less than an array can have: a container may be larger than what it holds. */
  private static final long MOST_ON_HEAP = (1L << 31) - (1 << 24);

  private final Backend backend;
  private final BookSet books;
  private final ContainerWriter writer;

  private Vail(Backend backend, List<NamedBook> named, Policies policies) {
    this.backend = backend;
    this.books = BookSet.of(named);
    Coding coding = new Coding(backend.encoder(), backend.planes(), books, policies);
    this.writer = new ContainerWriter(coding, WriteOptions.DEFAULT);
  }

  /** With the shipped books. */
  public static Vail open() {
    return new Vail(Policies.backend(), DefaultBooks.all(), Policies.ofShippedBooks());
  }

  /**
   * With books of one's own, each used for the kind of symbols it names ({@link #train}, or a file
   * of books); planes that no book is meant for stay raw.
   */
  public static Vail open(List<NamedBook> books) {
    return new Vail(Policies.backend(), books, Policies.of(books));
  }

  /**
   * Encodes a file: safetensors and npy tensor by tensor, anything else as plain bytes. The result
   * appears whole or not at all, and an old file of its name stays until then.
   *
   * @param original read once, in order
   * @param container the {@code .vail} file to be written
   * @throws vail.fault.VailFormatException if the header of the original lies
   */
  public void encode(Path original, Path container) throws IOException {
    try (FileChannel in = FileChannel.open(original);
        AtomicFile out = AtomicFile.create(container)) {
      // A pipe says that it has no bytes at all.
      OptionalLong size =
          Files.isRegularFile(original) ? OptionalLong.of(in.size()) : OptionalLong.empty();
      writer.write(in, size, out.channel(), Progress.NONE);
      out.commit();
    }
  }

  /**
   * Restores a file byte for byte; it appears whole and checked, or not at all.
   *
   * @throws vail.fault.VailFormatException at the first byte of the container that is not sound
   */
  public void decode(Path container, Path original) throws IOException {
    try (FileChannel in = FileChannel.open(container);
        AtomicFile out = AtomicFile.create(original)) {
      reader(Limits.DEFAULT).read(in, out.channel(), Progress.NONE);
      out.commit();
    }
  }

  /**
   * Encodes the elements of a tensor.
   *
   * @param elements little-endian, in memory order, of any shape; less than 2 GiB
   * @param type type of the elements
   * @return a container, as a file would hold it; on the heap
   * @throws IllegalArgumentException if there are more bytes than the heap can hold in one piece
   */
  public MemorySegment encode(MemorySegment elements, ElementType type) {
    checkOnHeap(elements.byteSize());
    ByteArrayOutputStream container = new ByteArrayOutputStream();
    try {
      writer.write(
          new RawFile(type),
          new SegmentChannel(elements),
          OptionalLong.of(elements.byteSize()),
          Channels.newChannel(container),
          Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("memory has no trouble of files", e);
    }
    return MemorySegment.ofArray(container.toByteArray());
  }

  /**
   * The bytes that {@link #encode(MemorySegment, ElementType)} was given, on the heap. A container
   * from a stranger may grow more than a thousandfold: see {@link #decode(MemorySegment, Limits)}.
   *
   * @throws vail.fault.VailFormatException at the first byte of the container that is not sound;
   *     LIMIT_EXCEEDED beyond 2 GiB
   */
  public MemorySegment decode(MemorySegment container) {
    return decode(container, Limits.DEFAULT);
  }

  /**
   * The same for a container that is not trusted.
   *
   * @param limits what it may ask for; more than 2 GiB of output are never granted
   */
  public MemorySegment decode(MemorySegment container, Limits limits) {
    Limits onHeap =
        new Limits(
            limits.blockSymbols(),
            limits.books(),
            limits.directoryBytes(),
            Math.min(limits.outputBytes(), MOST_ON_HEAP));
    ByteArrayOutputStream elements = new ByteArrayOutputStream();
    try {
      reader(onHeap)
          .read(new SegmentChannel(container), Channels.newChannel(elements), Progress.NONE);
    } catch (IOException e) {
      throw new UncheckedIOException("memory has no trouble of files", e);
    }
    return MemorySegment.ofArray(elements.toByteArray());
  }

  /**
   * The elements of one tensor of a container, without reading the others.
   *
   * @param name as the original file has it
   * @return little-endian, in memory order; on the heap
   * @throws IllegalArgumentException if there is no tensor of this name, or it has 2 GiB or more
   */
  public MemorySegment tensor(Path container, String name) throws IOException {
    try (FileChannel file = FileChannel.open(container)) {
      RandomAccessReader reader =
          new RandomAccessReader(
              file,
              backend.decoder(),
              backend.planes(),
              books,
              Limits.DEFAULT,
              WriteOptions.DEFAULT.threads());
      SegmentEntry entry =
          reader
              .directory()
              .tensor(name)
              .orElseThrow(() -> new IllegalArgumentException("there is no tensor '" + name + "'"));
      checkOnHeap(entry.bytes());
      ByteArrayOutputStream elements = new ByteArrayOutputStream();
      reader.copy(entry, Channels.newChannel(elements), Progress.NONE);
      return MemorySegment.ofArray(elements.toByteArray());
    }
  }

  /**
   * Trains a book on earlier elements, for later ones that are distributed alike: a short book for
   * exponents, a long one for bytes.
   *
   * @param id slot and epoch under which blocks will name it; slots from 200 on are free
   * @param type type of the elements; decides the split and the kind of symbols
   * @param elements little-endian, whole elements; less than 2 GiB. None at all give the book of
   *     C-16
   * @throws IllegalArgumentException if there are more bytes than the heap can hold in one piece
   */
  public static NamedBook train(BookId id, ElementType type, MemorySegment elements) {
    SymbolSplit split = SymbolSplit.auto(type);
    TileSplitter splitter = TileSplitter.of(split);
    long symbols = splitter.symbols(elements.byteSize());
    checkOnHeap(split.planes() * symbols);
    MemorySegment planes = MemorySegment.ofArray(new byte[(int) (split.planes() * symbols)]);
    splitter.split(elements, 0, symbols, planes, 0, symbols);
    SymbolKind kind = split.kind(type, type.format(), 0);
    MemorySegment first = planes.asSlice(0, symbols);
    Histogram counts = kind.isExponent() ? ExponentCounts.of(first) : Histogram.of(first);
    BookClass bookClass = kind.isExponent() ? BookClass.SHORT : BookClass.LONG;
    return NamedBook.of(
        id, kind.label(), CodebookTrainer.train(counts, LengthLimit.of(bookClass)), kind.label());
  }

  private ContainerReader reader(Limits limits) {
    return new ContainerReader(
        backend.decoder(), backend.planes(), books, limits, WriteOptions.DEFAULT.threads());
  }

  private static void checkOnHeap(long bytes) {
    if (bytes > MOST_ON_HEAP) {
      throw new IllegalArgumentException(bytes + " bytes in one piece; use files");
    }
  }

  /** Gives back what the backend holds. */
  @Override
  public void close() {
    backend.close();
  }
}
