package vail.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * A standard output that remembers its first failure, because the layers above it swallow them, and
 * that knows a reader who has left from a disk that is full.
 */
final class StandardOutput extends FilterOutputStream {
  private IOException failure = new ReaderLeftException();
  private boolean failed;

  StandardOutput(OutputStream out) {
    super(out);
  }

  /** The reader of a pipe needs no more: no trouble that anybody wants to read about. */
  static final class ReaderLeftException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void write(int value) throws IOException {
    attempt(() -> out.write(value));
  }

  @Override
  public void write(byte[] bytes, int at, int count) throws IOException {
    attempt(() -> out.write(bytes, at, count));
  }

  @Override
  public void flush() throws IOException {
    attempt(out::flush);
  }

  /** Flushes, and throws what went wrong at any time before. */
  void finish() throws IOException {
    flush();
  }

  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) throws IOException {
    if (failed) {
      throw failure;
    }
    try {
      step.run();
    } catch (IOException e) {
      failed = true;
      if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
        failure = new IOException("standard output: " + e.getMessage(), e);
      }
      throw failure;
    }
  }
}
