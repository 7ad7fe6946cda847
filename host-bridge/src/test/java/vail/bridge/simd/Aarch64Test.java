package vail.bridge.simd;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.testing.Absence;

/** The portable level compiled for aarch64 and run under qemu, on good and on damaged blocks. */
@Tag("aarch64")
class Aarch64Test {
  private static final String COMPILER = "aarch64-linux-gnu-gcc";
  private static final String EMULATOR = "qemu-aarch64";

  @Test
  void agreesWithTheReference(@TempDir Path folder) throws Exception {
    require(folder, COMPILER, "install gcc-aarch64-linux-gnu, libc6-dev-arm64-cross");
    require(folder, EMULATOR, "install qemu-user");
    List<Path> sources = new ArrayList<>(Compiler.kernels());
    sources.add(Compiler.TESTS.resolve("hostile.c"));
    Path program =
        Compiler.named(COMPILER, folder, "-O3", "-static", "-Wall", "-Werror")
            .build("hostile", sources);
    Path said = folder.resolve("said");
    int exit = Compiler.run(said, List.of(EMULATOR, program.toString(), "1", "1000"));
    assertEquals(0, exit, () -> read(said));
  }

  private static void require(Path folder, String tool, String why) throws Exception {
    try {
      Compiler.run(folder.resolve("version"), List.of(tool, "--version"));
    } catch (IOException e) {
      throw Absence.of(tool, why);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
