package vail.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

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

  /** This process, by the environment. */
  static Terminal of(Map<String, String> environment) {
    String kind = environment.getOrDefault("TERM", "");
    boolean able = !kind.isEmpty() && !kind.equals("dumb");
    boolean colour = able && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Terminal(able && isTerminal(1), able && isTerminal(2), colour);
  }

  /** Java tells of a console only where both standard streams are one; Linux knows each. */
  private static boolean isTerminal(int descriptor) {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.startsWith("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return Objects.requireNonNull(System.console()).isTerminal();
    }
  }
}
