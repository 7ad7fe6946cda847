package vail.bridge.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The kernels on damaged blocks under AddressSanitizer and UndefinedBehaviorSanitizer, in a process
 * of their own: not a byte outside of what was handed over is read or written.
 */
class HostileInputTest {
  private static final String[] SANITIZERS = {
    "-O1", "-g", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"
  };

  /* What SIMDe itself does is not always defined, and memory is what matters. */
  private static final String[] MEMORY = {"-O1", "-fsanitize=address"};

  @Test
  void damagedBlocksTouchNothingElse(@TempDir Path folder) throws Exception {
    assertEquals("", run(built(folder), 1, 100));
  }

  @Test
  void damagedBlocksTouchNothingElseByEmulatedAvx512(@TempDir Path folder) throws Exception {
    assertEquals("", run(builtWithEmulation(folder), 1, 100));
  }

  @Test
  @Tag("slow")
  void manyDamagedBlocksTouchNothingElse(@TempDir Path folder) throws Exception {
    assertEquals("", run(built(folder), 1_000, 50_000));
  }

  @Test
  @Tag("slow")
  void manyDamagedBlocksTouchNothingElseByEmulatedAvx512(@TempDir Path folder) throws Exception {
    assertEquals("", run(builtWithEmulation(folder), 1_000, 5_000));
  }

  /** Nothing if all went well, else what the process said. */
  private static String run(Path program, int seed, int trials) throws Exception {
    Path said = program.resolveSibling("said");
    List<String> command =
        List.of(program.toString(), String.valueOf(seed), String.valueOf(trials));
    return Compiler.run(said, command) == 0 ? "" : Files.readString(said);
  }

  private static Path built(Path folder) throws Exception {
    return built(new Compiler(folder, SANITIZERS), Compiler.kernels());
  }

  private static Path builtWithEmulation(Path folder) throws Exception {
    String[] flags =
        Stream.of(MEMORY, Compiler.EMULATED).flatMap(Stream::of).toArray(String[]::new);
    Compiler compiler = new Compiler(folder, flags);
    EmulatedAvx512.requireHeaders(folder);
    return built(compiler, Compiler.emulatedKernels());
  }

  private static Path built(Compiler compiler, List<Path> kernels) throws Exception {
    compiler.require(
        "<stddef.h>",
        "sanitizers",
        "cc does not link -fsanitize=address (install libasan, libubsan)");
    List<Path> sources = new ArrayList<>(kernels);
    sources.add(Compiler.TESTS.resolve("hostile.c"));
    return compiler.build("hostile", sources);
  }
}
