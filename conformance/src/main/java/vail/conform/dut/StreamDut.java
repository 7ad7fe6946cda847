package vail.conform.dut;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import vail.conform.dut.DutFailure.Ending;
import vail.conform.wire.Claim;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;

/** An implementation that speaks the protocol over a link; started again after every failure. */
final class StreamDut implements Dut {
  private static final Duration TO_END = Duration.ofSeconds(2);

  private final Starter starter;
  private final Patience patience;
  private final String suite;
  private final Claim claim;
  private Conversation conversation;
  private int generation;

  /** Something that makes a new link. */
  interface Starter {
    /** Starts or connects. */
    Link start() throws IOException;
  }

  private StreamDut(Starter starter, Patience patience, String suite) throws DutFailure {
    this.starter = starter;
    this.patience = patience;
    this.suite = suite;
    this.conversation = converse();
    this.claim = hello();
  }

  /**
   * Starts, and says HELLO.
   *
   * @throws DutFailure if it does not start, or does not answer
   */
  static StreamDut open(Starter starter, Patience patience, String suite) throws DutFailure {
    return new StreamDut(starter, patience, suite);
  }

  @Override
  public Claim claim() {
    return claim;
  }

  @Override
  public int generation() {
    return generation;
  }

  @Override
  public Reply ask(Request request) throws DutFailure {
    if (conversation.over()) {
      conversation = converse();
      generation++;
      hello();
    }
    try {
      return conversation.ask(request);
    } catch (DutFailure e) {
      generation++;
      throw e;
    }
  }

  private Conversation converse() throws DutFailure {
    try {
      return new Conversation(starter.start(), patience);
    } catch (IOException e) {
      throw new DutFailure(Ending.EXITED, "it cannot be reached: " + e.getMessage());
    }
  }

  private Claim hello() throws DutFailure {
    try {
      Reply reply = conversation.ask(new Request.Hello(suite));
      if (reply instanceof Reply.Welcome(byte[] json)) {
        return Claim.of(json);
      }
      throw new IllegalArgumentException("HELLO is answered with " + reply);
    } catch (IllegalArgumentException e) {
      conversation.close();
      throw new DutFailure(Ending.PROTOCOL_ERROR, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Optional<DutFailure> finish() throws IOException {
    return conversation.over() ? Optional.empty() : conversation.finish(TO_END);
  }

  @Override
  public void close() {
    conversation.close();
  }
}
