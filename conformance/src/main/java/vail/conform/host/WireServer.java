package vail.conform.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import vail.conform.wire.Message;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;
import vail.fault.Fault;

/** Answers the requests of a stream, one after the other, until it ends. */
public final class WireServer {
  private WireServer() {}

  /** Serves until the input ends. */
  public static void serve(InputStream in, OutputStream out, Answerer answerer) throws IOException {
    for (Optional<Message> next = Message.read(in); next.isPresent(); next = Message.read(in)) {
      answer(next.get(), answerer).message(next.get().seq()).write(out);
      out.flush();
    }
  }

  private static Reply answer(Message message, Answerer answerer) {
    Request request;
    try {
      request = Requests.of(message);
    } catch (IllegalArgumentException e) {
      Fault fault =
          Requests.isType(message.type()) ? Fault.BAD_ARGUMENT : Fault.UNSUPPORTED_FEATURE;
      return new Reply.Refusal(fault.number(), String.valueOf(e.getMessage()));
    }
    return answerer.answer(request);
  }
}
