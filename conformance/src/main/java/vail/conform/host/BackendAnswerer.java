package vail.conform.host;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import vail.backend.Backend;
import vail.backend.SoftwareBackend;
import vail.block.Batch;
import vail.block.BlockSize;
import vail.block.EncodePolicy;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.CodebookBytes;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.conform.wire.Claim;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * A backend of this project behind the protocol. Training and the splitting of tensors are no part
 * of the seam; they are answered, by {@code core}, only where the backend is of {@code core}
 * itself.
 */
public final class BackendAnswerer implements Answerer {
  private final Backend backend;
  private final Claim claim;
  private final Batch batch = new Batch(1);
  private BookSet books = BookSet.empty();

  /** Answers with a backend, which the caller closes. */
  public BackendAnswerer(Backend backend) {
    this.backend = backend;
    this.claim = claim(backend);
  }

  /** Raw blocks and limits are part of the seam. */
  private static Set<String> features(Backend backend) {
    Set<String> features = new HashSet<>(List.of("raw", "limits"));
    backend.capabilities().features().forEach(f -> features.add(f.name().toLowerCase(Locale.ROOT)));
    return features;
  }

  private static Claim claim(Backend backend) {
    Set<String> roles = new HashSet<>(List.of("decode", "encode"));
    if (backend instanceof SoftwareBackend) {
      roles.addAll(List.of("train", "map"));
    }
    Set<String> classes =
        backend.capabilities().classes().stream()
            .map(c -> c.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new Claim(
        backend.name(),
        backend.version(),
        "",
        roles,
        features(backend),
        backend.capabilities().lanes(),
        backend.capabilities().words(),
        classes,
        Limits.MAX_BLOCK_SYMBOLS,
        254 * 256,
        Claim.ErrorDetail.CLASS);
  }

  @Override
  public Reply answer(Request request) {
    try {
      return switch (request) {
        case Request.Hello hello ->
            new Reply.Welcome(
                vail.json.JsonWriter.compact(claim.toJson()).getBytes(StandardCharsets.UTF_8));
        case Request.Book book -> install(book);
        case Request.Reset reset -> forget();
        case Request.Encode encode -> encode(encode, Integer.MAX_VALUE);
        case Request.EncodeWithin within -> encode(within.encode(), within.room());
        case Request.Best best ->
            encode(Policies.of(books, best), best.symbols(), Integer.MAX_VALUE);
        case Request.Decode decode ->
            decode(decode.block(), Limits.MAX_BLOCK_SYMBOLS, Limits.MAX_BLOCK_SYMBOLS);
        case Request.DecodeWithin within -> decode(within.block(), within.limit(), within.room());
        case Request.Train train -> train(train);
        case Request.Split split -> Tensors.split(split);
        case Request.Join join -> Tensors.join(join);
        case Request.Call call ->
            new Reply.Refusal(Fault.UNSUPPORTED_FEATURE.number(), "no library");
      };
    } catch (VailFormatException e) {
      return new Reply.Refusal(e.fault().number(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      return new Reply.Refusal(Fault.BAD_ARGUMENT.number(), String.valueOf(e.getMessage()));
    }
  }

  private Reply install(Request.Book request) {
    Codebook book = CodebookBytes.read(MemorySegment.ofArray(request.book()));
    books = books.with(new BookId(request.slot(), request.epoch()), book);
    return new Reply.Done();
  }

  private Reply forget() {
    books = BookSet.empty();
    batch.restart();
    return new Reply.Done();
  }

  private Reply encode(Request.Encode encode, int room) {
    return encode(Policies.of(books, encode), encode.symbols(), room);
  }

  private Reply encode(EncodePolicy policy, byte[] symbols, int room) {
    byte[] block = new byte[Math.min(room, BlockSize.bound(policy.order(), symbols.length))];
    batch.clear();
    batch.add(0, symbols.length, 0, block.length);
    backend
        .encoder()
        .encode(books, policy, MemorySegment.ofArray(symbols), MemorySegment.ofArray(block), batch);
    return new Reply.Data(Arrays.copyOf(block, batch.bytes(0)));
  }

  private Reply decode(byte[] block, int limit, int room) {
    byte[] symbols = new byte[room];
    Limits limits = new Limits(limit, 0, 0, room);
    Batch one = new Batch(1);
    one.add(0, block.length, 0, room);
    backend
        .decoder()
        .decode(books, limits, MemorySegment.ofArray(block), MemorySegment.ofArray(symbols), one);
    return new Reply.Data(Arrays.copyOf(symbols, one.bytes(0)));
  }

  private static Reply train(Request.Train train) {
    LengthLimit limit =
        new LengthLimit(train.isLong() ? BookClass.LONG : BookClass.SHORT, train.limit());
    return new Reply.Data(CodebookTrainer.train(Histogram.of(train.counts()), limit).toBytes());
  }
}
