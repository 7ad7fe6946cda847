package vail.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What of the outside is a terminal, and whether it wants colours.
 *
 * @param output standard output is one
 * @param error standard error is one
 * @param colour escape sequences for colours are welcome on a terminal
 */
public record Terminal(boolean output, boolean error, boolean colour) {
  /** Pipes and files only. */
  public static final Terminal NONE = new Terminal(false, false, false);

  private static final String STREAMS = "/proc/self/fd/";

  /** This process, by the environment. */
  static Terminal of(Map<String, String> environment) {
    String kind = environment.getOrDefault("TERM", "");
    boolean able = !kind.isEmpty() && !kind.equals("dumb");
    boolean colour = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(able && isTerminal(STREAMS + 1), able && isTerminal(STREAMS + 2), colour);
  }

  /**
   * Java tells of a console only where both standard streams are one; Linux knows each. From JDK 25
   * on there is again no console at all where they are not, which the checker has not heard of.
   */
  @SuppressWarnings("SystemConsoleNull")
  static boolean isTerminal(String descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of(descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.startsWith("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      Console console = System.console();
      return console != null && console.isTerminal();
    }
  }
}
