package vail.conform.host;

import vail.conform.wire.Reply;
import vail.conform.wire.Request;

/** An implementation of the format as the protocol sees it. Belongs to one thread. */
public interface Answerer {
  /** Answers one request; HELLO too. */
  Reply answer(Request request);
}
