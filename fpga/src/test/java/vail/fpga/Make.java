package vail.fpga;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import vail.testing.Absence;
import vail.testing.Project;

/** The targets of {@code fpga/Makefile}, where the tools for them are installed. */
final class Make {
  private Make() {}

  /** The folder of the module. */
  static Path folder() {
    return Project.root().resolve("fpga");
  }

  /**
   * Runs a target.
   *
   * @param tools programs it wants, with the Debian package of each
   * @param arguments the target and variables of make
   * @param minutes after which it counts as hung
   * @return what it printed
   * @throws AssertionError with what it printed, if it failed
   * @throws RuntimeException the {@link Absence} of a tool
   */
  static String run(Map<String, String> tools, List<String> arguments, int minutes)
      throws IOException, InterruptedException {
    tools.forEach(Make::require);
    Path log = Files.createTempFile("vail-make", ".log");
    try {
      List<String> command = new ArrayList<>(List.of("make", "-C", folder().toString()));
      command.addAll(arguments);
      Process make =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      boolean ended = make.waitFor(minutes, TimeUnit.MINUTES);
      if (!ended) {
        make.descendants().forEach(ProcessHandle::destroyForcibly);
        make.destroyForcibly().waitFor();
      }
      String said = Files.readString(log, StandardCharsets.UTF_8);
      if (!ended || make.exitValue() != 0) {
        throw new AssertionError(
            String.join(" ", command) + (ended ? " failed:\n" : " hung:\n") + said);
      }
      return said;
    } finally {
      Files.delete(log);
    }
  }

  private static void require(String tool, String debianPackage) {
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(folder, tool))) {
        return;
      }
    }
    throw Absence.of(tool, "it is not installed (apt install " + debianPackage + ")");
  }
}
