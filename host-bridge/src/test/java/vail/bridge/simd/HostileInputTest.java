package vail.bridge.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.testing.Absence;
import vail.testing.Project;

/**
 * The kernels on damaged blocks under AddressSanitizer and UndefinedBehaviorSanitizer, in a process
 * of their own: not a byte outside of what was handed over is read or written.
 */
class HostileInputTest {
  private static final Path MODULE = Project.root().resolve("host-bridge");
  private static final List<String> SANITIZERS =
      List.of("-fsanitize=address,undefined", "-fno-sanitize-recover=all");

  @Test
  void damagedBlocksTouchNothingElse(@TempDir Path folder) throws Exception {
    assertEquals("", run(built(folder), 1, 100));
  }

  @Test
  @Tag("slow")
  void manyDamagedBlocksTouchNothingElse(@TempDir Path folder) throws Exception {
    assertEquals("", run(built(folder), 1_000, 50_000));
  }

  /** Nothing if all went well, else what the process said. */
  private static String run(Path program, int seed, int trials) throws Exception {
    Path said = program.resolveSibling("said");
    int exit =
        process(said, List.of(program.toString(), String.valueOf(seed), String.valueOf(trials)));
    return exit == 0 ? "" : Files.readString(said);
  }

  private static Path built(Path folder) throws Exception {
    Path program = folder.resolve("hostile");
    List<String> compile = new ArrayList<>(List.of("cc", "-std=c11", "-O1", "-g"));
    compile.addAll(SANITIZERS);
    compile.add("-I" + Project.root().resolve("core/spec"));
    compile.addAll(List.of("-o", program.toString()));
    compile.add(MODULE.resolve("src/test/c/hostile.c").toString());
    try (Stream<Path> sources = Files.list(MODULE.resolve("src/main/c"))) {
      sources.map(Path::toString).filter(file -> file.endsWith(".c")).forEach(compile::add);
    }
    requireSanitizers(folder);
    Path said = folder.resolve("compiler");
    assertEquals(0, process(said, compile), () -> "the compiler's words are in " + said);
    return program;
  }

  /** A program without a line of ours says whether the tools are there. */
  private static void requireSanitizers(Path folder) throws Exception {
    Path empty = Files.writeString(folder.resolve("empty.c"), "int main(void) { return 0; }\n");
    List<String> compile = new ArrayList<>(List.of("cc"));
    compile.addAll(SANITIZERS);
    compile.addAll(List.of("-o", folder.resolve("empty").toString(), empty.toString()));
    try {
      if (process(folder.resolve("said"), compile) == 0) {
        return;
      }
    } catch (IOException e) {
      throw Absence.of("C compiler", "no cc can be started (install gcc)");
    }
    throw Absence.of(
        "sanitizers", "cc does not link -fsanitize=address (install libasan, libubsan)");
  }

  private static int process(Path said, List<String> command) throws Exception {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(said.toFile())
        .start()
        .waitFor();
  }
}
