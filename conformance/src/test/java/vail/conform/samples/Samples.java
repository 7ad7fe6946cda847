package vail.conform.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import vail.testing.Absence;
import vail.testing.Project;

/** Where the samples are, and what has to be done before they run. */
final class Samples {
  private Samples() {}

  static Path folder(String language) {
    return Project.root().resolve("conformance/samples").resolve(language);
  }

  /** Builds the sample in C into a folder, which is given back. */
  static Path makeC(Path to, String... settings) throws IOException, InterruptedException {
    require("cc", "--version", "C compiler", "there is no cc (apt install gcc)");
    require("make", "--version", "make", "there is no make (apt install make)");
    List<String> command =
        new ArrayList<>(List.of("make", "-s", "-C", folder("c").toString(), "OUT=" + to));
    command.addAll(List.of(settings));
    assertEquals(0, run(command), "make -C conformance/samples/c");
    return to;
  }

  /** The interpreter of the sample in Python. */
  static String python() throws InterruptedException {
    require("python3", "--version", "Python", "there is no python3 (apt install python3)");
    return "python3";
  }

  private static void require(String tool, String asked, String what, String why)
      throws InterruptedException {
    try {
      assertEquals(0, run(List.of(tool, asked)), tool);
    } catch (IOException e) {
      throw Absence.of(what, why);
    }
  }

  private static int run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), command::toString);
    return process.exitValue();
  }
}
