package vail.conform.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What an implementation answers. */
@SuppressWarnings("ArrayRecordComponent") // bytes under way, which nobody changes
public sealed interface Reply {
  /** The type of a {@link Welcome}. */
  int WELCOME = 129;

  /** The type of a {@link Done}. */
  int DONE = 130;

  /** The type of {@link Data}. */
  int DATA = 131;

  /** The type of a {@link Refusal}. */
  int REFUSAL = 132;

  /** 129: a claim, as JSON. */
  record Welcome(byte[] json) implements Reply {}

  /** 130: it is done. */
  record Done() implements Reply {}

  /** 131: a block, symbols, a book. */
  record Data(byte[] bytes) implements Reply {
    @Override
    public boolean equals(Object other) {
      return other instanceof Data data && Arrays.equals(bytes, data.bytes);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(bytes);
    }
  }

  /**
   * 132: a fault.
   *
   * @param fault the number as it came: not yet known to be one of F-01 to F-24
   * @param text for people; may be empty
   */
  record Refusal(int fault, String text) implements Reply {
    /** Texts are free; only the number says whether two answers are the same. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Refusal refusal && fault == refusal.fault;
    }

    @Override
    public int hashCode() {
      return fault;
    }
  }

  /** This reply as the message that answers request {@code seq}. */
  default Message message(int seq) {
    return switch (this) {
      case Welcome welcome -> new Message(WELCOME, seq, welcome.json());
      case Done done -> new Message(DONE, seq, new byte[0]);
      case Data data -> new Message(DATA, seq, data.bytes());
      case Refusal refusal -> new Message(REFUSAL, seq, body(refusal));
    };
  }

  /**
   * Reads a reply.
   *
   * @throws IllegalArgumentException if the type is none of a reply, or its body does not suit it
   */
  static Reply of(Message message) {
    byte[] body = message.body();
    return switch (message.type()) {
      case WELCOME -> new Welcome(body);
      case DONE -> {
        require(body.length == 0, "a reply 130 has no body, not " + body.length + " bytes");
        yield new Done();
      }
      case DATA -> new Data(body);
      case REFUSAL -> {
        require(body.length >= 2, "a reply 132 starts with the two bytes of a fault");
        yield new Refusal(
            body[0] & 0xff | (body[1] & 0xff) << 8,
            new String(body, 2, body.length - 2, StandardCharsets.UTF_8));
      }
      default -> throw new IllegalArgumentException("a reply cannot be of type " + message.type());
    };
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static byte[] body(Refusal refusal) {
    byte[] text = refusal.text().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 + text.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) refusal.fault())
        .put(text)
        .array();
  }
}
