package vail.conform.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
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
import vail.conform.wire.Message;
import vail.conform.wire.Reply;
import vail.fault.Fault;

/** The samples pass all they claim. */
class SamplesTest {
  /** Its body has eight bytes at least (P-07). */
  private static final int ENCODE = 3;

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

  /** P-21, in 64 MiB with all that the program is made of. */
  @Test
  void theProgramInCNeedsNoMemoryForWhatIsOnlyAnnounced() throws Exception {
    String limited =
        "process:sh -c \"ulimit -v 65536; exec '%s'\""
            .formatted(Samples.makeC(folder).resolve("process"));
    Setup smoke = Setup.of(DutAddress.of(limited), Level.CORE, 21);
    Setup setup =
        new Setup(
            smoke.dut(),
            smoke.level(),
            smoke.shard(),
            smoke.seed(),
            List.of("res*"),
            smoke.known(),
            smoke.patience(),
            smoke.reach());
    Run run = Conformance.judge(setup, total -> done -> {});

    assertEquals(Run.Verdict.PASS, run.verdict(), () -> run.failures().toString());
  }

  @Test
  void aBodyThatIsTooShortIsABadArgument() throws Exception {
    List<String> c = List.of(Samples.makeC(folder).resolve("process").toString());
    List<String> python =
        List.of(Samples.python(), Samples.folder("python").resolve("process.py").toString());
    for (List<String> command : List.of(c, python)) {
      assertEquals(Fault.BAD_ARGUMENT, faultOfAShortBody(command), command::toString);
    }
  }

  private static Fault faultOfAShortBody(List<String> command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (OutputStream requests = process.getOutputStream()) {
      new Message(ENCODE, 1, new byte[] {1, 0, 0}).write(requests);
    }
    Message reply = Message.read(process.getInputStream()).orElseThrow();
    return Reply.of(reply) instanceof Reply.Refusal refusal
        ? Fault.of(refusal.fault())
        : Fault.INTERNAL;
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
