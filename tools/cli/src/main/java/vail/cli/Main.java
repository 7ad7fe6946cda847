package vail.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code vail} command. */
@Command(
    name = "vail",
    mixinStandardHelpOptions = true,
    description = "Lossless compression of ML tensors with codebooks fixed in advance.")
public final class Main implements Runnable {
  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
