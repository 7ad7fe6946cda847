package vail.conform.dut;

import java.io.IOException;
import java.util.Optional;
import vail.conform.wire.Claim;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;

/** An implementation under test. Whoever opens it closes it; belongs to one thread. */
public interface Dut extends AutoCloseable {
  /** What it said to HELLO. */
  Claim claim();

  /**
   * Asks, and waits for the answer. After a failure the next request finds a fresh implementation
   * without books.
   *
   * @throws DutFailure if there is no answer of the protocol
   * @throws IOException if this side cannot read or write
   */
  Reply ask(Request request) throws DutFailure, IOException;

  /** Grows whenever the implementation has started anew and holds no books. */
  int generation();

  /** Whether requests are only written down, to be answered later; then replies mean nothing. */
  default boolean recording() {
    return false;
  }

  /** Ends it in good order; a failure says that it did not end so. */
  default Optional<DutFailure> finish() throws IOException {
    return Optional.empty();
  }

  @Override
  void close();
}
