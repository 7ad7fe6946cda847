package vail.bench;

import vail.cli.Main;

/** The commands of {@code vail} with the one that the light jar lacks. */
public final class BenchMain {
  private BenchMain() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Main.start(BenchCommand::new, arguments);
  }
}
