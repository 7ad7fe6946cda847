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
  /* What SIMDe itself does is not always defined, and memory is what matters. */
  private static final String[] MEMORY = {"-O1", "-fsanitize=address"};

  @Test
  void damagedBlocksTouchNothingElse(@TempDir Path folder) throws Exception {
    // For so few blocks optimising takes longer than all that it could save.
    assertEquals("", run(folder, built(folder, "-O0"), 1, 100));
  }

  @Test
  @Tag("thorough")
  void damagedBlocksTouchNothingElseByEmulatedAvx512(@TempDir Path folder) throws Exception {
    assertEquals("", run(folder, builtWithEmulation(folder), 1, 100));
  }

  @Test
  @Tag("slow")
  void manyDamagedBlocksTouchNothingElse(@TempDir Path folder) throws Exception {
    assertEquals("", run(folder, built(folder, "-O1"), 1_000, 50_000));
  }

  @Test
  @Tag("slow")
  void manyDamagedBlocksTouchNothingElseByEmulatedAvx512(@TempDir Path folder) throws Exception {
    assertEquals("", run(folder, builtWithEmulation(folder), 1_000, 5_000));
  }

  /** Nothing if all went well, else what the process said. */
  private static String run(Path folder, Path program, int seed, int trials) throws Exception {
    Path said = folder.resolve("said");
    List<String> command =
        List.of(program.toString(), String.valueOf(seed), String.valueOf(trials));
    return Compiler.run(said, command) == 0 ? "" : Files.readString(said);
  }

  private static Path built(Path folder, String optimisation) throws Exception {
    Compiler compiler =
        new Compiler(
            folder,
            optimisation,
            "-g",
            "-fsanitize=address,undefined",
            "-fno-sanitize-recover=all");
    return built(compiler, Compiler.kernels());
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
