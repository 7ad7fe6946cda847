package vail.bridge.abi;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vail.block.EncodePolicy;
import vail.block.Release;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.Limits;

/**
 * A library's session with one set of books. Safe between threads, because the set never changes.
 */
final class Session implements AutoCloseable {
  private static final FunctionDescriptor LOAD_BOOK =
      FunctionDescriptor.of(
          JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);
  private static final FunctionDescriptor ENCODE =
      FunctionDescriptor.of(
          JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG,
          ADDRESS);
  private static final FunctionDescriptor DECODE =
      FunctionDescriptor.of(
          JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS,
          JAVA_LONG);

  private static final MethodHandle LOAD = VailLibrary.handle(LOAD_BOOK);
  private static final MethodHandle ENCODE_NATIVE = VailLibrary.handle(ENCODE);
  private static final MethodHandle DECODE_NATIVE = VailLibrary.handle(DECODE);

  /* Arrays may be handed over as they are, but then the collector waits for the call to end. */
  private static final MethodHandle ENCODE_HEAP =
      VailLibrary.handle(ENCODE, Linker.Option.critical(true));
  private static final MethodHandle DECODE_HEAP =
      VailLibrary.handle(DECODE, Linker.Option.critical(true));

  private static final int DIGEST_BYTES = 32;
  private static final int MOST_POLICIES = 32;

  private final VailLibrary library;
  private final int mostBytesWithArrays;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment handle;
  private final Map<EncodePolicy, PolicyImage> policies = new ConcurrentHashMap<>();

  Session(VailLibrary library, String options, BookSet books, int mostBytesWithArrays) {
    this.library = library;
    this.mostBytesWithArrays = mostBytesWithArrays;
    try {
      this.handle = library.open(options, arena);
      books.books().forEach(this::load);
    } catch (RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  @Override
  public void close() {
    arena.close();
  }

  private void load(BookId id, Codebook book) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment form = arena.allocateFrom(JAVA_BYTE, book.toBytes());
      MemorySegment digest = arena.allocate(DIGEST_BYTES);
      MemorySegment faultAt = arena.allocate(JAVA_LONG);
      int fault =
          (int)
              LOAD.invokeExact(
                  library.loadBookFunction(),
                  handle,
                  id.slot(),
                  id.epoch(),
                  form,
                  form.byteSize(),
                  digest,
                  faultAt);
      if (fault == Fault.UNSUPPORTED_FEATURE.number()) {
        return; // so are the blocks that want it, and no others
      }
      if (fault != 0 || !Arrays.equals(digest.toArray(JAVA_BYTE), book.digest())) {
        throw new IllegalStateException(
            "the library answers the book of " + id + " with fault " + fault);
      }
    } catch (IllegalStateException e) {
      throw e;
    } catch (Throwable e) {
      throw VailLibrary.unexpected(e);
    }
  }

  void encode(
      BookSet books,
      EncodePolicy policy,
      MemorySegment symbols,
      MemorySegment blocks,
      BatchImage image) {
    MemorySegment of = policyImage(books, policy).segment();
    int stop;
    for (int i = 0; i < image.size(); i = stop) {
      stop = image.stop(i, symbols, blocks, mostBytesWithArrays);
      check(encode(of, symbols, blocks, image.blocks(i), stop - i, image.mean()));
    }
  }

  private int encode(
      MemorySegment policy,
      MemorySegment symbols,
      MemorySegment blocks,
      MemorySegment batch,
      int blockCount,
      MemorySegment mean) {
    MemorySegment function = library.encodeFunction();
    long count = blockCount;
    long from = symbols.byteSize();
    long to = blocks.byteSize();
    try {
      return anyHeap(symbols, blocks)
          ? (int)
              ENCODE_HEAP.invokeExact(
                  function, handle, policy, symbols, from, blocks, to, batch, count, mean)
          : (int)
              ENCODE_NATIVE.invokeExact(
                  function, handle, policy, symbols, from, blocks, to, batch, count, mean);
    } catch (Throwable e) {
      throw VailLibrary.unexpected(e);
    }
  }

  void decode(
      Limits limits,
      Release release,
      MemorySegment blocks,
      MemorySegment symbols,
      BatchImage image) {
    int most = limits.blockSymbols();
    int stop;
    for (int i = 0; i < image.size(); i = stop) {
      stop = image.stop(i, symbols, blocks, mostBytesWithArrays);
      check(decode(number(release), most, blocks, symbols, image.blocks(i), stop - i));
    }
  }

  /** As {@code vail.h} numbers them. */
  private static int number(Release release) {
    return switch (release) {
      case WHOLE -> 0;
      case SCRATCH -> 1;
    };
  }

  private int decode(
      int release,
      int most,
      MemorySegment blocks,
      MemorySegment symbols,
      MemorySegment batch,
      int blockCount) {
    MemorySegment function = library.decodeFunction();
    long count = blockCount;
    long from = blocks.byteSize();
    long to = symbols.byteSize();
    try {
      return anyHeap(symbols, blocks)
          ? (int)
              DECODE_HEAP.invokeExact(
                  function, handle, release, most, blocks, from, symbols, to, batch, count)
          : (int)
              DECODE_NATIVE.invokeExact(
                  function, handle, release, most, blocks, from, symbols, to, batch, count);
    } catch (Throwable e) {
      throw VailLibrary.unexpected(e);
    }
  }

  static boolean anyHeap(MemorySegment one, MemorySegment other) {
    return !one.isNative() || !other.isNative();
  }

  private static void check(int fault) {
    if (fault != 0) {
      throw new IllegalStateException("the library refuses the batch with fault " + fault);
    }
  }

  /**
   * Callers take turns among few policies, one for each plane of a tensor; their images are kept.
   */
  private PolicyImage policyImage(BookSet books, EncodePolicy policy) {
    PolicyImage known = policies.get(policy);
    if (known == null) {
      if (policies.size() >= MOST_POLICIES) {
        policies.clear();
      }
      known = PolicyImage.of(books, policy);
      policies.put(policy, known);
    }
    return known;
  }
}
