package vail.cli.sim;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vail.cli.Main;
import vail.cli.Shell;
import vail.cli.Terminal;

/** Asks {@code vail sim} within this program: its arguments and checks, but no output. */
final class Asking {
  private Asking() {}

  /**
   * Asks, and reads the report while what it comes from is open.
   *
   * @param check refuses what is too much, before anything runs
   * @throws picocli.CommandLine.ParameterException about arguments, as on the command line
   * @throws vail.cli.UsageException about arguments that do not go together
   */
  static <T> T ask(
      List<String> arguments, Consumer<Setup> check, Audience audience, Function<Report, T> reader)
      throws IOException {
    SimCommand command = new SimCommand(silence(), audience);
    Main.alone(command).parseArgs(arguments.toArray(new String[0]));
    check.accept(command.setup());
    return command.with(ways -> reader.apply(command.report(ways, Optional.empty())));
  }

  private static Shell silence() {
    return new Shell(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new PrintStream(OutputStream.nullOutputStream()),
        Terminal.NONE);
  }
}
