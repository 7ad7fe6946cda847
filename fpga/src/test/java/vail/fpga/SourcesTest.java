package vail.fpga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;

/** The circuits' texts. */
class SourcesTest {
  private static final int MODULE_LINES = 200;

  private static final Map<String, String> LINTERS =
      Map.of("make", "make", "verilator", "verilator", "iverilog", "iverilog", "yosys", "yosys");

  @Test
  void travelInTheJar() {
    assertNotNull(SourcesTest.class.getResource("/vail/fpga/sv/vail_pkg.sv"));
    assertNotNull(SourcesTest.class.getResource("/vail/fpga/sv/vail_enc_core.sv"));
  }

  @Test
  void haveOneShortModuleAFileOfItsName() throws IOException {
    List<String> odd = new ArrayList<>();
    for (Path file : circuits()) {
      String text = Files.readString(file);
      List<String> modules =
          Pattern.compile("(?m)^(?:module|package) (\\w+)")
              .matcher(text)
              .results()
              .map(m -> m.group(1))
              .toList();
      if (!List.of(file.getFileName().toString().replace(".sv", "")).equals(modules)
          || text.lines().count() > MODULE_LINES) {
        odd.add(file.getFileName() + ": " + modules + ", " + text.lines().count() + " lines");
      }
    }

    assertEquals(List.of(), odd);
  }

  @Test
  void numberFaultsAsTheSpecificationDoes() throws IOException {
    String text = Files.readString(Make.folder().resolve("src/main/sv/vail_pkg.sv"));
    var inPackage = Pattern.compile("fault_t Fault(\\w+) += 5'd(\\d+);").matcher(text);
    int known = 0;
    while (inPackage.find()) {
      String name =
          inPackage
              .group(1)
              .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
              .toUpperCase(java.util.Locale.ROOT);
      int number = Integer.parseInt(inPackage.group(2));
      assertTrue(
          number == 0
              || Arrays.stream(Fault.values())
                  .anyMatch(f ->
                      f.number() == number
                          && (f.name().equals(name) || f.name().equals("CODEBOOK_" + name))),
          name + " is not number " + number);
      known++;
    }

    assertTrue(known > 10, known + " faults");
  }

  /**
   * The link is made of all modules but the board's, and these are among those of the slow test.
   */
  @Test
  void areCleanForEveryTool() throws Exception {
    String said = Make.run(LINTERS, List.of("lint", "TOPS=vail_link:Lanes=16"), 30);

    assertTrue(said.contains("verilator: vail_link:Lanes=16"), said);
    assertTrue(said.contains("icarus: vail_link"), said);
    assertTrue(said.contains("yosys: vail_link, no latch"), said);
  }

  @Test
  @Tag("slow")
  void areCleanForEveryToolWithAnyParameters() throws Exception {
    String said = Make.run(LINTERS, List.of("lint"), 30);

    assertTrue(said.contains("verilator: vail_enc_core:Lanes=16,Wide=1"), said);
  }

  private static List<Path> circuits() throws IOException {
    try (var files = Files.list(Make.folder().resolve("src/main/sv"))) {
      return files.filter(file -> file.toString().endsWith(".sv")).sorted().toList();
    }
  }
}
