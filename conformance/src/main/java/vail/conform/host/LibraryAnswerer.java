package vail.conform.host;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.conform.host.GuardedMemory.Side;
import vail.conform.wire.Message;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.fault.Fault;
import vail.json.JsonWriter;

/**
 * A shared library behind the protocol. Each block is coded twice, in memory that is laid out and
 * filled differently; a library that answers differently, or touches what is not its own, ends the
 * host.
 */
final class LibraryAnswerer implements Answerer {
  private static final int BLOCK_BYTES = 40;
  private static final int DIGEST_BYTES = 32;
  private static final int MOST_SYMBOLS = 65_536;
  private static final int RELEASE_WHOLE = 0;

  private final CLibrary library;
  private final CPolicy policies = new CPolicy();
  private final GuardedMemory sources = new GuardedMemory(Message.MOST);
  private final GuardedMemory targets = new GuardedMemory(Message.MOST);
  private int mean;

  LibraryAnswerer(CLibrary library) {
    this.library = library;
  }

  @Override
  public Reply answer(Request request) {
    return switch (request) {
      case Request.Hello hello -> new Reply.Welcome(claim());
      case Request.Book book -> install(book);
      case Request.Reset reset -> forget();
      case Request.Encode encode -> encode(encode, bound(encode.flags(), encode.symbols()));
      case Request.EncodeWithin within -> encode(within.encode(), within.room());
      case Request.Best best -> best(best);
      case Request.Decode decode -> decode(decode.block(), MOST_SYMBOLS, announced(decode.block()));
      case Request.DecodeWithin within -> decode(within.block(), within.limit(), within.room());
      case Request.Train train -> unsupported();
      case Request.Split split -> unsupported();
      case Request.Join join -> unsupported();
      case Request.Call(byte[] json) -> new CCall(library, sources, targets).perform(json);
    };
  }

  private static Reply unsupported() {
    return new Reply.Refusal(Fault.UNSUPPORTED_FEATURE.number(), "no function of vail.h");
  }

  private byte[] claim() {
    return JsonWriter.compact(CDescription.claim(library.describe()).toJson())
        .getBytes(StandardCharsets.UTF_8);
  }

  private Reply install(Request.Book request) {
    MemorySegment book = sources.holding(Side.BACK, request.book());
    MemorySegment digest = targets.filled(Side.BACK, DIGEST_BYTES, (byte) 0);
    int fault = library.loadBook(request.slot(), request.epoch(), book, digest);
    require(targets.untouched(Side.BACK, DIGEST_BYTES), "it writes before a book's digest");
    if (fault != 0) {
      return new Reply.Refusal(fault, "");
    }
    require(
        Arrays.equals(digest.toArray(JAVA_BYTE), sha256(request.book())),
        "it gives back another digest than the book's (C-09)");
    policies.install(request);
    return new Reply.Done();
  }

  private Reply forget() {
    library.reopen();
    policies.forget();
    mean = 0;
    return new Reply.Done();
  }

  private static int bound(int flags, byte[] symbols) {
    boolean streamed = (flags & Request.STREAMED) != 0;
    return BlockSize.bound(streamed ? BlockOrder.STREAMED : BlockOrder.STORED, symbols.length);
  }

  /** Room for exactly what a block's head announces, so that one symbol more is one too many. */
  private static int announced(byte[] block) {
    return block.length < BlockSize.HEAD
        ? MOST_SYMBOLS
        : (block[4] & 0xff | (block[5] & 0xff) << 8) + 1;
  }

  private Reply encode(Request.Encode request, int room) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment policy = policies.of(request, arena);
      return encode(policy, request.symbols(), room, arena);
    }
  }

  private Reply best(Request.Best request) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment policy = policies.of(request, arena);
      return encode(policy, request.symbols(), bound(request.flags(), request.symbols()), arena);
    }
  }

  private Reply encode(MemorySegment policy, byte[] symbols, int room, Arena arena) {
    MemorySegment after = arena.allocate(JAVA_INT);
    Reply reply =
        twice(
            symbols,
            room,
            (source, target, block) -> {
              after.set(JAVA_INT, 0, mean);
              return library.encode(policy, source, target, block, 1, after);
            });
    mean = after.get(JAVA_INT, 0);
    return reply;
  }

  private Reply decode(byte[] bytes, int limit, int room) {
    return twice(
        bytes,
        room,
        (source, target, block) -> library.decode(RELEASE_WHOLE, limit, source, target, block, 1));
  }

  /** A function of the library that codes one block. */
  private interface Coding {
    int call(MemorySegment source, MemorySegment target, MemorySegment block);
  }

  private Reply twice(byte[] source, int room, Coding coding) {
    Reply back = once(source, room, coding, Side.BACK, (byte) 0xa5);
    Reply front = once(source, room, coding, Side.FRONT, (byte) 0x5a);
    require(
        back.equals(front),
        "its answer depends on what the output held before, or on where the memory lies");
    return back;
  }

  private Reply once(byte[] bytes, int room, Coding coding, Side side, byte filling) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment source = sources.holding(side, bytes);
      MemorySegment target = targets.filled(side, room, filling);
      MemorySegment block = arena.allocate(BLOCK_BYTES, 8);
      block.set(JAVA_INT, 16, bytes.length);
      block.set(JAVA_INT, 20, room);
      int refused = coding.call(source, target, block);
      require(targets.untouched(side, room), "it writes outside of the target");
      require(sources.untouched(side, bytes.length), "it writes beside the source");
      require(source.mismatch(MemorySegment.ofArray(bytes)) < 0, "it writes into the source");
      int fault = refused != 0 ? refused : block.get(JAVA_INT, 24);
      if (fault != 0) {
        require(unwritten(target, filling), "it writes output of a block that has a fault (B-22)");
        return new Reply.Refusal(fault, "at " + block.get(JAVA_LONG, 32));
      }
      int written = block.get(JAVA_INT, 28);
      require(written >= 0 && written <= room, "it says it wrote " + written + " bytes");
      return new Reply.Data(target.asSlice(0, written).toArray(JAVA_BYTE));
    }
  }

  private static boolean unwritten(MemorySegment target, byte filling) {
    for (long i = 0; i < target.byteSize(); i++) {
      if (target.get(JAVA_BYTE, i) != filling) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new LibraryMisbehavesException(otherwise);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
