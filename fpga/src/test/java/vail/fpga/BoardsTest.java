package vail.fpga;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The guide to boards says what the kernel does, and each folder keeps its promises. */
class BoardsTest {
  private static final Path BOARDS = Make.folder().resolve("boards");
  private static final int ABSENT = 4;

  @Test
  void theGuideListsTheRegistersOfTheKernel() throws IOException {
    TreeSet<Integer> told = new TreeSet<>();
    for (MatchResult row : rows()) {
      int address = Integer.parseInt(row.group(1), 16);
      told.add(address);
      if (row.group(3).contains("64 bits")) {
        told.add(address + 4);
      }
    }
    String kernel = Files.readString(Make.folder().resolve("src/main/sv/vail_kernel_control.sv"));
    TreeSet<Integer> there = new TreeSet<>();
    Pattern.compile("10'h(\\w{3}): +rdata =")
        .matcher(kernel)
        .results()
        .forEach(match -> there.add(Integer.parseInt(match.group(1), 16)));

    assertEquals(there, told);
  }

  private static List<MatchResult> rows() throws IOException {
    return Pattern.compile("(?m)^\\| 0x(\\w{3}) \\| (\\w+) \\|(.*)$")
        .matcher(Files.readString(BOARDS.resolve("README.md")))
        .results()
        .toList();
  }

  @Test
  void theArgumentsOfTheVitisKernelLieInItsRegisters() throws IOException {
    Map<String, String> told = new TreeMap<>();
    rows().forEach(row -> told.put(row.group(2).toLowerCase(java.util.Locale.ROOT), row.group(1)));
    List<MatchResult> arguments =
        Pattern.compile("<arg name=\"(\\w+)\".* offset=\"0x(\\w+)\"")
            .matcher(Files.readString(BOARDS.resolve("vitis/kernel.xml")))
            .results()
            .filter(argument -> !argument.group(1).equals("memory"))
            .toList();

    assertEquals(4, arguments.size());
    arguments.forEach(one -> assertEquals(told.get(one.group(1)), one.group(2), one.group(1)));
  }

  @Test
  void everyFolderHasConstraintsAndSaysWhatItLacks() throws Exception {
    String guide = Files.readString(BOARDS.resolve("README.md"));
    try (Stream<Path> folders = Files.list(BOARDS).filter(Files::isDirectory)) {
      for (Path folder : folders.sorted().toList()) {
        assertTrue(guide.contains("| `" + folder.getFileName() + "` |"), folder.toString());
        assertTrue(Files.exists(folder.resolve("vail.xdc")), folder.toString());
        assertTrue(build(folder).startsWith("absent: "), folder.toString());
      }
    }
  }

  /** What the folder's script says where there are no vendor's tools: on a path of its own. */
  private static String build(Path folder) throws Exception {
    ProcessBuilder script =
        new ProcessBuilder("/bin/sh", folder.resolve("build.sh").toString())
            .redirectErrorStream(true);
    script.environment().put("PATH", "/usr/bin:/bin");
    Process process = script.start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertEquals(ABSENT, process.waitFor(), said);
    return said;
  }
}
