package vail.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import vail.json.JsonObject;
import vail.json.JsonReader;

/** One run of the command line in this process. */
public final class Run {
  private final int exit;
  private final byte[] output;
  private final String errors;

  /** What a run has left: exit code, bytes on standard output, text on standard error. */
  Run(int exit, byte[] output, String errors) {
    this.exit = exit;
    this.output = output;
    this.errors = errors;
  }

  /** Runs with nothing on standard input and no terminal. */
  public static Run of(Object... arguments) {
    return fed(new byte[0], arguments);
  }

  /** Runs with bytes on standard input. */
  public static Run fed(byte[] input, Object... arguments) {
    return on(Terminal.NONE, input, arguments);
  }

  /** Runs on a terminal. */
  public static Run on(Terminal terminal, byte[] input, Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    int exit = Main.run(new Shell(new ByteArrayInputStream(input), out, errors, terminal), texts);
    return new Run(exit, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  /** The exit code. */
  public int exit() {
    return exit;
  }

  /** Standard output. */
  public byte[] output() {
    return output;
  }

  /** Standard error. */
  public String errors() {
    return errors;
  }

  /** Standard output as text. */
  public String text() {
    return new String(output, StandardCharsets.UTF_8);
  }

  /** Standard output as the one JSON document it must be. */
  public JsonObject json() {
    return JsonReader.read(MemorySegment.ofArray(output)).asObject("the output");
  }

  /** All that was said, for messages of failed tests. */
  @Override
  public String toString() {
    return "exit " + exit + "\n" + text() + errors;
  }
}
