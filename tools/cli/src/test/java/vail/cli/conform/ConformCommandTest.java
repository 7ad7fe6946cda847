package vail.cli.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.cli.Run;
import vail.json.JsonObject;

class ConformCommandTest {
  private static final String REFERENCE = "java:java-reference";

  @Test
  void theReferencePassesAndScriptsCanReadIt() {
    Run run = Run.of("conform", "--dut", REFERENCE, "--level", "smoke", "--seed", "2a", "--json");

    assertEquals(0, run.exit(), run.toString());
    JsonObject document = run.json();
    assertEquals("pass", document.string("verdict"));
    assertEquals("0x000000000000002a", document.string("seed"));
    assertTrue(document.string("claim").contains("smoke"), document.string("claim"));
    long passed = document.object("counts").integer("PASS", 0, 1000);
    assertEquals(
        passed,
        document.array("results").items().stream()
            .filter(item -> item.asObject("result").string("state").equals("PASS"))
            .count());
    assertTrue(passed > 15);
  }

  @Test
  void aNewSeedIsDrawnEveryTime() {
    assertFalse(seedOf(REFERENCE).equals(seedOf(REFERENCE)));
  }

  private static String seedOf(String dut) {
    return Run.of("conform", "--dut", dut, "--only", "dec.smoke.0001", "--level", "smoke", "--json")
        .json()
        .string("seed");
  }

  @Test
  void writesAllItsFilesAndReadsARunBack(@TempDir Path folder) throws Exception {
    Path lines = folder.resolve("run.ndjson");
    Path page = folder.resolve("page.html");
    Path xml = folder.resolve("junit.xml");
    Run first = Run.of("conform", "--dut", REFERENCE, "--level", "smoke", "--ndjson", lines);
    assertEquals(0, first.exit(), first.toString());

    Run second =
        Run.of(
            "conform",
            "--dut",
            "java:java-scalar",
            "--level",
            "smoke",
            "--html",
            page,
            "--junit",
            xml,
            "--against",
            lines);
    assertEquals(0, second.exit(), second.toString());
    assertTrue(second.text().contains("pass: vail-conformance"), second.text());
    assertTrue(Files.readString(page).contains("Since the earlier run"));
    assertTrue(Files.readString(xml).contains("name=\"dec.smoke.0001\""));
  }

  @ParameterizedTest
  @CsvSource({
    "java:nobody, 4, absent",
    "process:/no/such/program, 3, ''",
    "cabi:/no/such/library.so, 3, ''",
    "java, 2, must start with one of",
    "tcp:192.0.2.1:1, 2, not this machine",
    "process:sh -c 'exit 3', 3, ''",
    "process:echo hello, 3, ''",
  })
  void whoCannotBeAskedIsTold(String dut, int exit, String words) {
    Run run = Run.of("conform", "--dut", dut, "--level", "smoke");

    assertEquals(exit, run.exit(), run.toString());
    assertTrue(run.errors().contains(words), run.errors());
  }

  @ParameterizedTest
  @CsvSource({
    "--seed, xyz, hexadecimal",
    "--level, much, level",
    "--only, nothing.*, no vector",
    "--time-scale, 0, factor",
  })
  void wrongOptionsAreUsage(String option, String value, String words) {
    Run run = Run.of("conform", "--dut", REFERENCE, "--level", "smoke", option, value);

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains(words), run.errors());
  }

  @Test
  void aKnownFailureThatPassesFailsTheRun(@TempDir Path folder) throws Exception {
    Path known = Files.writeString(folder.resolve("known"), "# soon\ndec.smoke.0001 CRASH #12\n");

    Run run =
        Run.of(
            "conform", "--dut", REFERENCE, "--level", "smoke", "--known-failures", known, "--json");
    assertEquals(1, run.exit());
    assertEquals(1, run.json().object("counts").integer("UNEXPECTED_PASS", 0, 9));
  }
}
