package vail.conform.dut;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vail.conform.dut.DutFailure.Ending;
import vail.conform.wire.Claim;
import vail.conform.wire.Message;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;

/**
 * Reads what an implementation has answered to the batches of {@link BatchWriter}: {@code
 * out/0001.bin} and so on, each what it wrote to its standard output.
 */
final class BatchReader implements Dut {
  private final Claim claim;
  private final Map<ByteBuffer, Deque<Optional<Message>>> replies = new HashMap<>();

  BatchReader(Path folder, Claim claim) throws IOException {
    this.claim = claim;
    try (Stream<Path> files = Files.list(folder.resolve("in"))) {
      for (Path in : (Iterable<Path>) files.sorted()::iterator) {
        read(in, folder.resolve("out", in.getFileName().toString()));
      }
    }
  }

  /** One reply after the other, until one is damaged or missing. */
  private void read(Path in, Path out) throws IOException {
    try (InputStream requests = new BufferedInputStream(Files.newInputStream(in));
        InputStream answers =
            Files.isRegularFile(out)
                ? new BufferedInputStream(Files.newInputStream(out))
                : InputStream.nullInputStream()) {
      boolean intact = true;
      for (Optional<Message> request = Message.read(requests);
          request.isPresent();
          request = Message.read(requests)) {
        Optional<Message> reply = intact ? next(answers) : Optional.empty();
        intact = reply.isPresent() && reply.get().seq() == request.get().seq();
        replies
            .computeIfAbsent(key(request.get()), key -> new ArrayDeque<>())
            .add(intact ? reply : Optional.empty());
      }
    }
  }

  private static Optional<Message> next(InputStream answers) {
    try {
      return Message.read(answers);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A request without its number. */
  private static ByteBuffer key(Message request) {
    return ByteBuffer.wrap(new Message(request.type(), 0, request.body()).toBytes());
  }

  @Override
  public Claim claim() {
    return claim;
  }

  @Override
  public int generation() {
    return 0;
  }

  @Override
  public Reply ask(Request request) throws DutFailure, IOException {
    Deque<Optional<Message>> waiting = replies.get(key(Requests.message(0, request)));
    if (waiting == null) {
      throw new IOException(
          "the batches hold other requests; name the seed and the level they were made with");
    }
    // A failure makes the judge ask for books once more than when it wrote the batches.
    Optional<Message> reply = waiting.size() > 1 ? waiting.remove() : waiting.element();
    return answer(
        request,
        reply.orElseThrow(() -> new DutFailure(Ending.EXITED, "the batch has no answer to it")));
  }

  private static Reply answer(Request request, Message reply) throws DutFailure {
    try {
      if (List.of(Reply.REFUSAL, request.replyType()).contains(reply.type())) {
        return Reply.of(reply);
      }
      throw new IllegalArgumentException(
          "a reply of type " + reply.type() + " to " + request.title());
    } catch (IllegalArgumentException e) {
      throw new DutFailure(Ending.PROTOCOL_ERROR, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {}
}
