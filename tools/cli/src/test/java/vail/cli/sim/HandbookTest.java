package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.cli.Names;
import vail.cli.Run;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Family;
import vail.sim.plan.Collective;

/** What the module's README says is so. */
class HandbookTest {
  private static final Path HANDBOOK = Path.of("../../collective-sim/README.md");

  @Test
  void listsAllAlgorithmsWithWhatTheyDo() throws IOException {
    List<String> listed =
        Pattern.compile("(?m)^\\| (`[a-z_]+`) \\| ((?:`[a-z_]+`(?:, )?)+) \\|")
            .matcher(Files.readString(HANDBOOK))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .toList();

    assertEquals(Algorithms.all().stream().map(HandbookTest::row).toList(), listed);
  }

  private static String row(Family family) {
    List<String> does =
        Arrays.stream(Collective.values())
            .filter(family.does()::contains)
            .map(collective -> "`" + Names.of(collective) + "`")
            .toList();
    return "`" + family.name() + "` " + String.join(", ", does);
  }

  @Test
  void showsAScheduleAndAGraphThatRun(@TempDir Path folder) throws IOException {
    Path schedule = Files.writeString(folder.resolve("pair.xml"), block("xml"));
    Path graph = Files.writeString(folder.resolve("graph.json"), block("json"));

    Run ownSchedule = run("--dies", "2", "--algorithm", schedule);
    Run ownGraph = run("--topology", graph);

    assertTrue(ownSchedule.text().contains("by pair.xml, 2 dies"), ownSchedule.toString());
    assertTrue(ownGraph.text().contains("3 dies on graph.json"), ownGraph.toString());
  }

  private static Run run(Object... options) {
    List<Object> all = new ArrayList<>(List.of("sim", "all_reduce", "-e", "1KiB"));
    all.addAll(List.of(options));
    return Run.of(all.toArray());
  }

  private static String block(String language) throws IOException {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(Files.readString(HANDBOOK))
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst()
        .orElseThrow();
  }
}
