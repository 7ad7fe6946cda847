package vail.conform.generate;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import vail.block.Batch;
import vail.block.BlockDecoder;
import vail.block.BlockEncoder;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.EncodePolicy;
import vail.block.ReferencePayload;
import vail.block.SoftwareDecoder;
import vail.block.SoftwareEncoder;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.CodebookBytes;
import vail.code.CodebookTrainer;
import vail.code.LengthLimit;
import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Grants;
import vail.conform.vector.InstalledBook;
import vail.conform.vector.Request;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * Asks the reference. Holds the books and the stream of one vector, so that the requests of a
 * session are answered in order.
 */
public final class Answers {
  private static final BlockEncoder ENCODER = new SoftwareEncoder(ReferencePayload::new);
  private static final BlockDecoder DECODER = new SoftwareDecoder(ReferencePayload::new);

  private final BlockEncoder encoder;
  private final BlockDecoder decoder;
  private final Grants grants;
  private final Batch stream = new Batch(1);
  private BookSet books = BookSet.empty();

  private Answers(BlockEncoder encoder, BlockDecoder decoder, Grants grants) {
    this.encoder = encoder;
    this.decoder = decoder;
    this.grants = grants;
  }

  /** A side that holds some books, with the readable reference behind it. */
  public static Answers ofReference(List<InstalledBook> installed, Grants grants) {
    return of(ENCODER, DECODER, installed, grants);
  }

  /** A side that holds some books, with any codec behind it. */
  public static Answers of(
      BlockEncoder encoder, BlockDecoder decoder, List<InstalledBook> installed, Grants grants) {
    Answers answers = new Answers(encoder, decoder, grants);
    for (InstalledBook book : installed) {
      answers.books = answers.books.with(book.id(), book.book());
    }
    return answers;
  }

  /** The request with its answer. */
  public Exchange exchange(Request request) {
    return new Exchange(request, answer(request));
  }

  /** The answer to a request. */
  public Expect answer(Request request) {
    return switch (request) {
      case Request.Install(BookName name, Data book) -> install(name, book.bytes());
      case Request.Encode(EncodeOptions options, Data symbols) -> encode(options, symbols.bytes());
      case Request.Decode(Data block) -> decode(block.bytes());
      case Request.Train train -> train(train);
      case Request.Reset() -> reset();
    };
  }

  private Expect install(BookName name, byte[] bytes) {
    try {
      Codebook book = CodebookBytes.read(MemorySegment.ofArray(bytes));
      books = books.with(name.toId(), book);
      return new Expect.Done(book.digestText());
    } catch (VailFormatException e) {
      return Expect.Failure.of(e.fault(), e.offset());
    } catch (IllegalArgumentException e) {
      return Expect.Failure.of(Fault.BAD_ARGUMENT);
    }
  }

  private Expect reset() {
    books = BookSet.empty();
    stream.restart();
    return new Expect.Done("");
  }

  /** Faults of an encoder are the caller's and have no place (F-26). */
  private Expect encode(EncodeOptions options, byte[] symbols) {
    EncodePolicy policy;
    try {
      policy = options.toPolicy();
    } catch (IllegalArgumentException e) {
      return Expect.Failure.of(Fault.BAD_ARGUMENT);
    }
    byte[] block = new byte[Math.max(room(policy.order(), symbols.length), symbols.length)];
    stream.clear();
    stream.add(0, symbols.length, 0, block.length);
    encoder.encode(
        books, policy, MemorySegment.ofArray(symbols), MemorySegment.ofArray(block), stream);
    return stream.ok(0)
        ? new Expect.Bytes(Data.of(Arrays.copyOf(block, stream.bytes(0))))
        : Expect.Failure.of(stream.fault(0));
  }

  private static int room(BlockOrder order, int symbols) {
    return BlockSize.bound(order, symbols);
  }

  private Expect decode(byte[] block) {
    byte[] symbols = new byte[grants.room()];
    Batch batch = new Batch(1);
    batch.add(0, block.length, 0, symbols.length);
    Limits limits = new Limits(grants.blockSymbols(), 0, 0, 0);
    decoder.decode(
        books, limits, MemorySegment.ofArray(block), MemorySegment.ofArray(symbols), batch);
    return batch.ok(0)
        ? new Expect.Bytes(Data.of(Arrays.copyOf(symbols, batch.bytes(0))))
        : new Expect.Failure(List.of(batch.fault(0)), OptionalLong.of(batch.faultAt(0)));
  }

  private static Expect train(Request.Train train) {
    try {
      LengthLimit limit = new LengthLimit(train.bookClass(), train.limit());
      Codebook book = CodebookTrainer.train(train.counts(), limit);
      return new Expect.Bytes(Data.of(book.toBytes()));
    } catch (IllegalArgumentException e) {
      return Expect.Failure.of(Fault.BAD_ARGUMENT);
    }
  }
}
