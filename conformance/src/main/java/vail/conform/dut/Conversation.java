package vail.conform.dut;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import vail.conform.dut.DutFailure.Ending;
import vail.conform.wire.Message;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;

/** Requests and replies over one link, until the first failure. */
final class Conversation implements AutoCloseable {
  private static final Duration TO_DIE = Duration.ofSeconds(1);
  private static final int SIGNALS = 128;

  private final Link link;
  private final Patience patience;
  private final Watchdog watchdog;
  private int seq;
  private boolean over;

  Conversation(Link link, Patience patience) {
    this.link = link;
    this.patience = patience;
    this.watchdog = new Watchdog(link);
  }

  /** Whether it has ended. */
  boolean over() {
    return over;
  }

  Reply ask(Request request) throws DutFailure {
    try {
      watchdog.arm(patience.of(request));
      if (link.in().available() > 0) {
        throw protocol("bytes on its output that nobody has asked for");
      }
      Requests.message(++seq, request).write(link.out());
      link.out().flush();
      return receive(request);
    } catch (IOException e) {
      throw ending("");
    } catch (DutFailure e) {
      close();
      throw e;
    } finally {
      watchdog.disarm();
    }
  }

  private Reply receive(Request request) throws DutFailure, IOException {
    InputStream in = link.in();
    byte[] start = in.readNBytes(Message.HEAD_BYTES);
    if (start.length < Message.HEAD_BYTES) {
      throw ending(start.length == 0 ? "" : start.length + " bytes of a reply");
    }
    Message.Head head = Message.Head.of(start);
    check(head, request);
    byte[] body = in.readNBytes(head.bodyBytes());
    if (body.length < head.bodyBytes()) {
      throw ending(body.length + " of " + head.bodyBytes() + " bytes of a reply's body");
    }
    try {
      return Reply.of(new Message(head.type(), head.seq(), body));
    } catch (IllegalArgumentException e) {
      throw protocol(String.valueOf(e.getMessage()));
    }
  }

  /** Noise is found by its first nine bytes, before anybody waits for the rest of it. */
  private void check(Message.Head head, Request request) throws DutFailure {
    if (!head.legal()) {
      throw protocol("a reply of " + head.length() + " bytes");
    }
    if (head.type() != Reply.REFUSAL && head.type() != request.replyType()) {
      throw protocol("a reply of type " + head.type() + " to " + request.title());
    }
    if (head.seq() != seq) {
      throw protocol("a reply to request " + head.seq() + " instead of " + seq);
    }
  }

  private DutFailure protocol(String what) {
    close();
    return new DutFailure(Ending.PROTOCOL_ERROR, what + said());
  }

  /** The output has ended: of what? */
  private DutFailure ending(String after) {
    String heard = after.isEmpty() ? "" : " after " + after;
    OptionalInt status = status(TO_DIE);
    boolean late = watchdog.bitten();
    close();
    if (late) {
      return new DutFailure(Ending.TIMEOUT, "no answer in time" + heard + said());
    }
    if (status.isPresent() && status.getAsInt() != 0) {
      return new DutFailure(Ending.CRASH, death(status.getAsInt()) + heard + said());
    }
    if (after.isEmpty()) {
      return new DutFailure(Ending.EXITED, "it left without an answer" + said());
    }
    return new DutFailure(Ending.PROTOCOL_ERROR, "it left" + heard + said());
  }

  private static String death(int status) {
    return status > SIGNALS ? "killed by signal " + (status - SIGNALS) : "exit status " + status;
  }

  private String said() {
    String words = link.lastWords();
    return words.isEmpty() ? "" : ": " + words;
  }

  private OptionalInt status(Duration time) {
    try {
      return link.status(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  /** Ends the input, after which nothing more may come. */
  Optional<DutFailure> finish(Duration time) throws IOException {
    watchdog.arm(time);
    try {
      link.endInput();
      byte[] rest = link.in().readNBytes(Message.HEAD_BYTES);
      if (rest.length > 0) {
        return Optional.of(protocol("bytes on its output after the last reply"));
      }
    } finally {
      watchdog.disarm();
      close();
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    over = true;
    watchdog.close();
    link.kill();
  }
}
