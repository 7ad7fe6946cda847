package vail.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Exactly one block, as hardware and links see it. */
@Command(
    name = "block",
    synopsisSubcommandLabel = "COMMAND",
    description = "Code or decode exactly one block of 1 to 65536 symbols.")
public final class BlockCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; there are encode and decode");
  }
}
