package vail.bridge.rtl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.backend.Backend;
import vail.bridge.abi.VailLibrary;
import vail.bridge.circuit.Batches;
import vail.bridge.simd.Compiler;
import vail.testing.Absence;
import vail.testing.Project;

/**
 * What becomes of circuits side by side where a processor has no AVX2, when they are built and when
 * they run.
 */
class WithoutAvx2Test {
  private static final String EMULATOR = "qemu-x86_64";
  private static final String OLDER = "Nehalem";
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");

  @TempDir private Path folder;

  /** One circuit does it all there, and no instruction is met that this processor does not have. */
  @Test
  void aLibraryBuiltForItDoesWithoutThemOnAnOlderProcessor() throws Exception {
    if (!System.getProperty("os.arch", "").toLowerCase(Locale.ROOT).equals("amd64")) {
      throw Absence.ofProcessor("AVX2", "this processor is another; the library was built without");
    }
    Circuits.open("").close();
    Path library = folder.resolve("libvail-rtl.so");
    try (InputStream resource =
        RtlSimProvider.class.getResourceAsStream("/native/libvail-rtl.so")) {
      Files.copy(resource, library);
    }
    Compiler compiler = new Compiler(folder, "-O2", "-Wall", "-Werror");
    compiler.require("<dlfcn.h>", "C library", "install libc6-dev");
    Path program = compiler.build("roundtrip", List.of(Compiler.TESTS.resolve("roundtrip.c")));

    String here = run(List.of(program.toString(), library.toString()));
    String there = run(List.of(EMULATOR, "-cpu", OLDER, program.toString(), library.toString()));

    assertEquals("3200 symbols, 2944 bytes", here.lines().toList().getLast(), here);
    assertEquals("3200 symbols, 2944 bytes", there.lines().toList().getLast(), there);
    if (here.contains("level=256 sliced") && Files.readString(PROCESSOR).contains(" avx2 ")) {
      assertTrue(there.contains("level=verilator") && there.contains("sliced=1: 22"), there);
    }
  }

  /** Built where there is no AVX2 they run anywhere, more slowly. */
  @Test
  @Tag("slow")
  void circuitsSideBySideBuiltWithoutItAreTheReferences() throws Exception {
    Circuits.open("sliced=1").close();
    Path script = Project.root().resolve("fpga/tools/library.sh");
    run(List.of("sh", script.toString(), folder.toString(), "plain"));
    VailLibrary library = VailLibrary.load(folder.resolve("libvail-plain.so"));
    try (Backend backend = new RtlSimBackend(library, "sliced=1")) {
      new Batches().compare(backend, 400, 700);
    }
  }

  private String run(List<String> command) throws Exception {
    Path said = folder.resolve("said");
    try {
      int exit = Compiler.run(said, command);
      assertEquals(0, exit, () -> command + " said " + read(said));
    } catch (IOException e) {
      throw Absence.of(command.getFirst(), "it is not installed (apt install qemu-user)");
    }
    return Files.readString(said);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
