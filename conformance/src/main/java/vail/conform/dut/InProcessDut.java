package vail.conform.dut;

import vail.conform.dut.DutFailure.Ending;
import vail.conform.host.Answerer;
import vail.conform.wire.Claim;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;

/**
 * An implementation in this process, for our own: an exception is its crash, and nothing can be
 * done about a loop without end.
 */
public final class InProcessDut implements Dut {
  private final Answerer answerer;
  private final Runnable onClose;
  private final Claim claim;

  /**
   * Asks who it is.
   *
   * @param onClose gives back what it holds
   */
  public InProcessDut(Answerer answerer, String suite, Runnable onClose) throws DutFailure {
    this.answerer = answerer;
    this.onClose = onClose;
    if (!(answerer.answer(new Request.Hello(suite)) instanceof Reply.Welcome(byte[] json))) {
      throw new DutFailure(Ending.PROTOCOL_ERROR, "HELLO is not answered with a claim");
    }
    this.claim = Claim.of(json);
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
  public Reply ask(Request request) throws DutFailure {
    try {
      return answerer.answer(request);
    } catch (RuntimeException | StackOverflowError e) {
      throw new DutFailure(Ending.CRASH, "it throws " + e);
    }
  }

  @Override
  public void close() {
    onClose.run();
  }
}
