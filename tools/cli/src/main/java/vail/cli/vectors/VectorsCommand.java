package vail.cli.vectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The vectors of the conformance suite. */
@Command(
    name = "vectors",
    synopsisSubcommandLabel = "COMMAND",
    description = "Make, check or list the vectors of the conformance suite.")
public final class VectorsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "a command is missing; there are generate, verify and list");
  }
}
