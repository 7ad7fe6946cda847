package vail.conform.lying;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.conform.host.Answerer;
import vail.conform.host.BackendAnswerer;
import vail.conform.wire.Message;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;

/** A program that speaks the protocol, until it does what its argument says. */
public final class LyingProgram {
  private static final int MISBEHAVES_AT = 4;

  private LyingProgram() {}

  /** Speaks; the misbehaviour is that of the n-th decode request. */
  public static void main(String[] arguments) throws Exception {
    String how = arguments[0];
    Answerer honest =
        new BackendAnswerer(((Probe.Ready) Backends.probe("java-reference")).backend());
    InputStream in = System.in;
    OutputStream out = new java.io.FileOutputStream(java.io.FileDescriptor.out);
    if (how.equals("slow-start")) {
      Thread.sleep(700);
    }
    if (how.equals("noise-first")) {
      out.write("my decoder, version 1\n".getBytes(StandardCharsets.UTF_8));
    }
    int decodes = 0;
    for (Optional<Message> next = Message.read(in); next.isPresent(); next = Message.read(in)) {
      Request request = Requests.of(next.get());
      decodes += request instanceof Request.Decode ? 1 : 0;
      boolean now = request instanceof Request.Decode && decodes == MISBEHAVES_AT;
      byte[] reply = honest.answer(request).message(next.get().seq()).toBytes();
      out.write(now ? misbehave(how, reply, out) : reply);
      out.flush();
    }
    if (how.equals("noise-last")) {
      out.write("bye\n".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] misbehave(String how, byte[] reply, OutputStream out)
      throws IOException, InterruptedException {
    switch (how) {
      case "hang" -> Thread.sleep(Long.MAX_VALUE);
      case "crash" -> Runtime.getRuntime().halt(134);
      case "exit" -> Runtime.getRuntime().halt(0);
      case "noise" -> out.write("decoding\n".getBytes(StandardCharsets.UTF_8));
      case "little-noise" -> out.write('\n');
      case "long" -> ByteBuffer.wrap(reply).order(ByteOrder.LITTLE_ENDIAN).putInt(0, -1);
      case "wrong-seq" -> reply[5]++;
      case "wrong-type" -> reply[4] = (byte) Reply.DONE;
      case "half-and-exit" -> {
        out.write(reply, 0, reply.length - 1);
        Runtime.getRuntime().halt(0);
      }
      case "half-and-hang" -> {
        out.write(reply, 0, reply.length - 1);
        Thread.sleep(Long.MAX_VALUE);
      }
      case "twice" -> out.write(reply);
      case "says-why" -> {
        System.err.println("table <script> overrun");
        Runtime.getRuntime().halt(3);
      }
      default -> {
        // It is honest but for its start or its end.
      }
    }
    return reply;
  }
}
