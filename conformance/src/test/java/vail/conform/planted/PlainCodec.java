package vail.conform.planted;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import vail.conform.host.Answerer;
import vail.conform.wire.Claim;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.fault.Fault;
import vail.json.JsonWriter;

/**
 * The whole format, written from the specification for reading, not for speed, with at most one bug
 * in it.
 */
final class PlainCodec implements Answerer {
  private static final int MOST = 65_536;

  private final Plant plant;
  private final PlainBooks books;
  private final PlainEncoder encoder;
  private final Set<String> seen = new HashSet<>();
  private long[] windows = PlainDecoder.windows();
  private byte[] scratch = new byte[0];
  private int decoded;

  PlainCodec(Plant plant) {
    this.plant = plant;
    this.books = new PlainBooks(plant);
    this.encoder = new PlainEncoder(plant, books);
  }

  @Override
  public Reply answer(Request request) {
    try {
      return reply(request);
    } catch (RefusedException e) {
      Fault fault = e.fault();
      if (plant.has(AnswerBug.ONE_FAULT_FOR_ALL)) {
        fault = Fault.TRUNCATED;
      }
      if (plant.has(AnswerBug.INTERNAL_FOR_ALL)) {
        fault = Fault.INTERNAL;
      }
      return new Reply.Refusal(fault.number(), "");
    }
  }

  private Reply reply(Request request) throws RefusedException {
    return switch (request) {
      case Request.Hello hello -> new Reply.Welcome(claim());
      case Request.Book book -> install(book);
      case Request.Reset reset -> reset();
      case Request.Encode encode -> new Reply.Data(encoder.encode(encode, Integer.MAX_VALUE));
      case Request.EncodeWithin within ->
          new Reply.Data(encoder.encode(within.encode(), room(within.room())));
      case Request.Best best -> new Reply.Data(encoder.best(best));
      case Request.Decode(byte[] block) -> decode(block, MOST, MOST);
      case Request.DecodeWithin within ->
          decode(within.block(), room(within.limit()), room(within.room()));
      case Request.Call call -> throw new RefusedException(Fault.UNSUPPORTED_FEATURE);
      case Request.Train train -> new Reply.Data(PlainTrainer.train(plant, train));
      case Request.Split split -> {
        refuseToMap();
        yield new Reply.Data(new PlainMapping(plant).split(split.split(), split.tensor()));
      }
      case Request.Join join -> {
        refuseToMap();
        yield new Reply.Data(new PlainMapping(plant).join(join.split(), join.planes()));
      }
    };
  }

  private int room(int granted) {
    return plant.has(AnswerBug.LIMITS_CLAIMED_ONLY) ? Integer.MAX_VALUE : granted;
  }

  private void refuseToMap() throws RefusedException {
    RefusedException.when(plant.has(AnswerBug.MAP_CLAIMED_ONLY), Fault.UNSUPPORTED_FEATURE);
  }

  private static byte[] claim() {
    Claim claim =
        new Claim(
            "plain",
            "1",
            "",
            Set.of("decode", "encode", "train", "map"),
            Set.of("best", "constant", "mean", "streamed", "raw", "previous", "limits"),
            Set.of(1, 2, 4, 8, 16, 32, 64),
            Set.of(8, 16, 32),
            Set.of("short", "long"),
            MOST,
            254 * 256,
            Claim.ErrorDetail.CLASS);
    return JsonWriter.compact(claim.toJson()).getBytes(StandardCharsets.UTF_8);
  }

  private Reply install(Request.Book asked) throws RefusedException {
    try {
      PlainBook book = PlainBookReader.read(asked.book(), plant);
      RefusedException.when(asked.slot() == 0 || asked.slot() == 255, Fault.BAD_ARGUMENT);
      books.install(asked.slot(), asked.epoch(), book);
      return new Reply.Done();
    } catch (RefusedException e) {
      books.refused(asked.slot(), asked.epoch());
      throw e;
    }
  }

  private Reply reset() {
    books.forget();
    encoder.restart();
    return new Reply.Done();
  }

  private Reply decode(byte[] block, int limit, int room) throws RefusedException {
    if (!plant.has(StateBug.WINDOWS_DIRTY)) {
      windows = PlainDecoder.windows();
    }
    byte[] symbols = PlainDecoder.decode(plant, books, block, limit, room, windows);
    windows = PlainDecoder.windows();
    decoded++;
    boolean again =
        plant.has(StateBug.SECOND_ANSWER_DIFFERS) && !seen.add(HexFormat.of().formatHex(block));
    RefusedException.when(again, Fault.CODEBOOK_UNKNOWN);
    return new Reply.Data(spoilt(symbols));
  }

  private byte[] spoilt(byte[] symbols) {
    if (plant.has(StateBug.EVERY_97TH_WRONG) && decoded % 97 == 0 && symbols.length > 0) {
      symbols[symbols.length - 1]++;
    }
    if (plant.has(StateBug.SCRATCH_SHARED)) {
      byte[] shared = Arrays.copyOf(scratch, Math.max(symbols.length, scratch.length));
      System.arraycopy(symbols, 0, shared, 0, symbols.length);
      scratch = symbols;
      return shared;
    }
    return symbols;
  }
}
