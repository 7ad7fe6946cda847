package vail.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vail.json.JsonValue;
import vail.json.JsonWriter;

/** What a command sees of the outside: three streams and whether they are terminals. */
public final class Shell {
  private static final int BUFFER_BYTES = 1 << 16;

  private final InputStream in;
  private final StandardOutput out;
  private final PrintStream err;
  private final Terminal terminal;

  /** The streams of a test or of a process. */
  public Shell(InputStream in, OutputStream out, PrintStream err, Terminal terminal) {
    this.in = in;
    this.out = new StandardOutput(new BufferedOutputStream(out, BUFFER_BYTES));
    this.err = err;
    this.terminal = terminal;
  }

  /** The streams of this process, always UTF-8. */
  static Shell ofProcess() {
    return new Shell(
        new FileInputStream(FileDescriptor.in),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Terminal.of(System.getenv()));
  }

  /** Standard input. */
  public InputStream in() {
    return in;
  }

  /** Standard output, for bytes. */
  public OutputStream out() {
    return out;
  }

  /** Standard error, for what is said beside the result. */
  public PrintStream err() {
    return err;
  }

  /** Which streams are terminals. */
  public Terminal terminal() {
    return terminal;
  }

  /** Prints text on standard output. */
  public void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Prints a line on standard output. */
  public void println(String line) {
    print(line + "\n");
  }

  /** Prints the one JSON document of a command. */
  public void print(JsonValue document) {
    print(JsonWriter.indented(document));
  }

  /** A bar for reading a place; a count where its size is not known. */
  public Progress progress(String what, Place place) throws IOException {
    return progress(what + " " + place, place.size().orElse(Progress.UNKNOWN));
  }

  /**
   * A bar on standard error for so many bytes of work; shows nothing where there is no terminal.
   */
  public Progress progress(String what, long total) {
    return progress(what, total, Progress.Measure.BYTES);
  }

  /** The same for a number of steps. */
  public Progress steps(String what, long total) {
    return progress(what, total, Progress.Measure.STEPS);
  }

  private Progress progress(String what, long total, Progress.Measure measure) {
    return terminal.error() ? Progress.on(err, what, total, measure, terminal) : Progress.silent();
  }

  /** Writes out what waits, and throws what any print before has met. */
  void finish() throws IOException {
    out.finish();
  }
}
