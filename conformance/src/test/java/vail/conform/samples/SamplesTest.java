package vail.conform.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vail.conform.Conformance;
import vail.conform.Setup;
import vail.conform.dut.DutAddress;
import vail.conform.report.Run;
import vail.conform.vector.Level;

/** The samples pass all they claim. */
class SamplesTest {
  @TempDir private Path folder;

  @Test
  void theProgramInCPasses() throws Exception {
    passes(program(), Level.SMOKE);
  }

  @Test
  void theLibraryInCPasses() throws Exception {
    passes(library(), Level.SMOKE);
  }

  @Test
  void theProgramInPythonPasses() throws Exception {
    passes(python(), Level.SMOKE);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(names = {"CORE", "FRESH"})
  void theProgramInCPassesInFullAndDoesNothingUndefined(Level level) throws Exception {
    passes(program("SANITIZE=address,undefined"), level);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(names = {"CORE", "FRESH"})
  void theLibraryInCPassesInFull(Level level) throws Exception {
    passes(library(), level);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(names = {"CORE", "FRESH"})
  void theProgramInPythonPassesInFull(Level level) throws Exception {
    passes(python(), level);
  }

  private String program(String... settings) throws IOException, InterruptedException {
    return "process:'" + Samples.makeC(folder, settings).resolve("process") + "'";
  }

  private String library() throws IOException, InterruptedException {
    return "cabi:" + Samples.makeC(folder).resolve("libsample.so");
  }

  private static String python() throws IOException, InterruptedException {
    return "process:%s '%s'"
        .formatted(Samples.python(), Samples.folder("python").resolve("process.py"));
  }

  private static void passes(String address, Level level) throws Exception {
    long seed = ThreadLocalRandom.current().nextLong();
    Run run = Conformance.judge(Setup.of(DutAddress.of(address), level, seed), total -> done -> {});
    assertEquals(
        Run.Verdict.PASS, run.verdict(), () -> "seed %016x: %s".formatted(seed, run.failures()));
  }
}
