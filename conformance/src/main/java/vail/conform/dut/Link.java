package vail.conform.dut;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;

/** Two streams to an implementation, and the power to end it. */
interface Link {
  /** What it says. */
  InputStream in();

  /** What it hears. */
  OutputStream out();

  /** Lets it hear the end of its input. */
  void endInput() throws IOException;

  /** Ends it at once; the streams end, too. Safe from other threads, and more than once. */
  void kill();

  /** Waits for its end; empty if it goes on, or if nobody can know its status. */
  OptionalInt status(Duration patience) throws InterruptedException;

  /** Its last words, one line, or empty. */
  String lastWords();
}
