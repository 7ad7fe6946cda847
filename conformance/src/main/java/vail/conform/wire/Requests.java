package vail.conform.wire;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import vail.conform.wire.Request.Best;
import vail.conform.wire.Request.Book;
import vail.conform.wire.Request.Call;
import vail.conform.wire.Request.Decode;
import vail.conform.wire.Request.DecodeWithin;
import vail.conform.wire.Request.Encode;
import vail.conform.wire.Request.EncodeWithin;
import vail.conform.wire.Request.Hello;
import vail.conform.wire.Request.Join;
import vail.conform.wire.Request.Reset;
import vail.conform.wire.Request.Shape;
import vail.conform.wire.Request.Slot;
import vail.conform.wire.Request.Split;
import vail.conform.wire.Request.Train;
import vail.json.JsonObject;
import vail.json.JsonWriter;

/** Requests as messages and back. */
public final class Requests {
  private static final int COUNTS = 256;
  private static final int MOST_TYPE = 12;

  private Requests() {}

  /** The message of a request. */
  public static Message message(int seq, Request request) {
    return new Message(request.type(), seq, body(request));
  }

  private static byte[] body(Request request) {
    return switch (request) {
      case Hello hello -> helloBody(hello);
      case Book book ->
          buffer(2 + book.book().length)
              .put((byte) book.slot())
              .put((byte) book.epoch())
              .put(book.book())
              .array();
      case Encode encode -> encodeBody(encode);
      case Decode decode -> decode.block();
      case Train train -> trainBody(train);
      case Reset reset -> new byte[0];
      case Best best -> bestBody(best);
      case Split split -> planesBody(split.split(), split.tensor());
      case Join join -> planesBody(join.split(), join.planes());
      case DecodeWithin within ->
          buffer(8 + within.block().length)
              .putInt(within.limit())
              .putInt(within.room())
              .put(within.block())
              .array();
      case Call(byte[] json) -> json;
      case EncodeWithin within -> {
        byte[] encode = encodeBody(within.encode());
        yield buffer(4 + encode.length).putInt(within.room()).put(encode).array();
      }
    };
  }

  private static byte[] helloBody(Hello hello) {
    JsonObject body =
        JsonObject.builder()
            .put("protocol", Claim.PROTOCOL)
            .put("spec", "1.0")
            .put("suite", hello.suite())
            .build();
    return JsonWriter.compact(body).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] encodeBody(Encode encode) {
    return buffer(8 + encode.symbols().length)
        .put((byte) encode.slot())
        .put((byte) encode.epoch())
        .putShort((short) encode.bias())
        .put((byte) encode.layout().log2Lanes())
        .put((byte) encode.layout().wordBits())
        .put((byte) encode.flags())
        .put((byte) 0)
        .put(encode.symbols())
        .array();
  }

  private static byte[] trainBody(Train train) {
    byte[] body = new byte[2 + 8 * train.counts().length];
    ByteBuffer to = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    to.put((byte) (train.isLong() ? 1 : 0)).put((byte) train.limit());
    for (long count : train.counts()) {
      to.putLong(count);
    }
    return body;
  }

  private static byte[] bestBody(Best best) {
    int bytes = 8 + 2 * best.candidates().size() + 2 * best.biases().size();
    byte[] body = new byte[bytes + best.symbols().length];
    ByteBuffer to = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
    to.put((byte) best.candidates().size());
    best.candidates().forEach(book -> to.put((byte) book.slot()).put((byte) book.epoch()));
    to.put((byte) best.biases().size());
    best.biases().forEach(bias -> to.putShort(bias.shortValue()));
    to.put((byte) best.stride());
    put(to, best.shortLayout());
    put(to, best.longLayout());
    to.put((byte) best.flags()).put(best.symbols());
    return body;
  }

  private static void put(ByteBuffer to, Shape layout) {
    to.put((byte) layout.log2Lanes()).put((byte) layout.wordBits());
  }

  private static byte[] planesBody(int split, byte[] bytes) {
    return buffer(1 + bytes.length).put((byte) split).put(bytes).array();
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Whether there is a request of this type. */
  public static boolean isType(int type) {
    return type >= 1 && type <= MOST_TYPE;
  }

  /**
   * Reads a request, as an implementation does.
   *
   * @throws IllegalArgumentException if the type is unknown or the body too short for it
   */
  public static Request of(Message message) {
    ByteBuffer body = ByteBuffer.wrap(message.body()).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return switch (message.type()) {
        case 1 -> new Hello("");
        case 2 -> new Book(u8(body), u8(body), rest(body));
        case 3 -> encode(body);
        case 4 -> new Decode(rest(body));
        case 5 -> new Train(u8(body) != 0, u8(body), counts(body));
        case 6 -> new Reset();
        case 7 -> best(body);
        case 8 -> new Split(u8(body), rest(body));
        case 9 -> new Join(u8(body), rest(body));
        case 10 -> new DecodeWithin(body.getInt(), body.getInt(), rest(body));
        case 11 -> new EncodeWithin(body.getInt(), encode(body));
        case 12 -> new Call(rest(body));
        default -> throw new IllegalArgumentException("no request has type " + message.type());
      };
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("the body of a request is too short", e);
    }
  }

  private static Encode encode(ByteBuffer body) {
    int slot = u8(body);
    int epoch = u8(body);
    int bias = body.getShort() & 0xffff;
    Shape layout = shape(body);
    int flags = u8(body);
    body.get();
    return new Encode(slot, epoch, bias, layout, flags, rest(body));
  }

  private static Best best(ByteBuffer body) {
    List<Slot> candidates = new ArrayList<>();
    for (int left = u8(body); left > 0; left--) {
      candidates.add(new Slot(u8(body), u8(body)));
    }
    List<Integer> biases = new ArrayList<>();
    for (int left = u8(body); left > 0; left--) {
      biases.add(body.getShort() & 0xffff);
    }
    int stride = u8(body);
    return new Best(candidates, biases, stride, shape(body), shape(body), u8(body), rest(body));
  }

  private static Shape shape(ByteBuffer body) {
    return new Shape(u8(body), u8(body));
  }

  private static long[] counts(ByteBuffer body) {
    long[] counts = new long[COUNTS];
    for (int symbol = 0; symbol < COUNTS; symbol++) {
      counts[symbol] = body.getLong();
    }
    return counts;
  }

  private static int u8(ByteBuffer body) {
    return body.get() & 0xff;
  }

  private static byte[] rest(ByteBuffer body) {
    byte[] rest = new byte[body.remaining()];
    body.get(rest);
    return rest;
  }
}
