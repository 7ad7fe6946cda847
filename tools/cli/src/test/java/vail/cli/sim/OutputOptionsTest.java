package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Run;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

class OutputOptionsTest {
  @TempDir private Path folder;

  @Test
  void saysThatNothingChanged() throws IOException {
    Path before = earlier("-b 1MiB -e 1MiB");
    Run run = sim("-b 1MiB -e 1MiB", "--diff", before);

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains(": nothing changed, neither inputs nor times"), run.text());
  }

  @Test
  void namesTheInputsThatChangedAndTheTimesThatMoved() throws IOException {
    Path before = earlier("-b 1MiB -e 1MiB");
    JsonObject diff =
        sim("-b 1MiB -e 1MiB --codec-latency 40ns --json", "--diff", before).json().object("diff");

    assertEquals(
        List.of("codec.decode.latencyNs 20.0 40.0", "codec.encode.latencyNs 20.0 40.0"),
        objects(diff.array("inputs"))
            .map(i -> i.string("input") + " " + i.string("before") + " " + i.string("after"))
            .toList());
    assertEquals(
        List.of("single", "three"),
        objects(diff.array("rows")).map(r -> r.string("codec")).toList());
    objects(diff.array("rows"))
        .forEach(row -> assertTrue(row.number("afterPs") > row.number("beforePs"), row.toString()));
    assertEquals(1, diff.number("rowsAlike"));
    assertEquals(0, diff.number("rowsAlone"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--preset ici-v5p",
        "--topology biring:8",
        "--flit ucie",
        "--relay cut_through",
        "--compat astra",
        "--chunks 8",
        "--ratio 0.7",
        "--codebook 128",
        "--codecs 2",
        "--reduce-rate 1TB/s",
        "-d fp32",
        "--mode closed",
        "--algorithm biring",
        "--pj-per-bit 1"
      })
  void knowsEveryInputThatDecides(String option) throws IOException {
    String small = "-b 64KiB -e 64KiB ";
    Path before = earlier(small);
    Run run = sim(small + option + " --json", "--diff", before);

    assertEquals(0, run.exit(), run.toString());
    assertFalse(run.json().object("diff").array("inputs").items().isEmpty(), option);
  }

  @Test
  void countsRowsThatOnlyOneCallHas() throws IOException {
    Path before = earlier("-b 1KiB -e 8KiB");
    JsonObject diff =
        sim("-b 8KiB -e 8KiB --codec none --json", "--diff", before).json().object("diff");

    assertEquals(5, diff.number("rowsAlone"));
  }

  @ParameterizedTest
  @CsvSource({"{}, 3", "{\"schema\":\"vail-books/1\"}, 3", "[, 3"})
  void refusesAnEarlierCallThatIsNone(String text, int exit) throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), text);
    Run run = sim("-e 1KiB", "--diff", file);

    assertEquals(exit, run.exit(), run.toString());
    assertTrue(run.errors().contains("other.json: fault"), run.toString());
  }

  @Test
  void movesEachInputTheWayItMust() {
    Map<String, JsonObject> swings = sensitivity("-b 64MiB -e 64MiB --reduce-rate 150GB/s");
    for (String name : List.of("link rate", "codec rate", "reduce rate")) {
      assertTrue(time(swings, name, "less") >= time(swings, name, "more"), name);
    }
    for (String name : List.of("link latency", "codec latency", "ratio", "dies")) {
      assertTrue(time(swings, name, "less") <= time(swings, name, "more"), name);
    }

    assertTrue(time(swings, "reduce rate", "less") > time(swings, "reduce rate", "more"));
    assertEquals(9, swings.size());
  }

  @ParameterizedTest
  @CsvSource({"64MiB, link rate, link latency", "16KiB, link latency, link rate"})
  void putsFirstWhatMovesMost(String size, String strong, String weak) {
    for (String mode : List.of("closed", "events")) {
      JsonObject found =
          sim("--mode %s -b %s -e %s --sensitivity --json".formatted(mode, size, size))
              .json()
              .object("sensitivity");
      List<String> names = objects(found.array("inputs")).map(i -> i.string("input")).toList();

      assertTrue(names.indexOf(strong) < names.indexOf(weak), mode + names);
    }
  }

  /** Twice as many dies take twice as long, which is more than a tenth of a link does, and less. */
  @Test
  void ranksByWhatEachPercentDoes() {
    JsonObject found = sim("-b 1GiB -e 1GiB --sensitivity --json").json().object("sensitivity");
    List<String> names = objects(found.array("inputs")).map(i -> i.string("input")).toList();

    assertEquals("link rate", names.getFirst(), names.toString());
    assertTrue(names.indexOf("ratio") < names.indexOf("dies"), names.toString());
    assertTrue(names.indexOf("ratio") < names.indexOf("chunks"), names.toString());
  }

  @Test
  void printsWhatMovesTheResultMost() {
    Run run = sim("-b 1MiB -e 1MiB --sensitivity --topology mesh:2x2");

    assertTrue(run.text().contains("# Sensitivity of single at 1.00 MiB"), run.text());
    assertTrue(run.text().contains("# Not moved, for they cannot be or take no part: reduce rate"));
  }

  @Test
  void countsTheEnergyOfBits() {
    Run run = sim("-b 1GiB -e 1GiB --chunks 1 --pj-per-bit 0.6 --codec-pj-per-bit 0.1 --json");
    List<JsonObject> rows = objects(run.json().array("rows")).toList();
    double none = rows.get(0).number("wireEnergyUj");
    double single = rows.get(1).number("wireEnergyUj");

    assertEquals(72_155, none, 1);
    assertEquals(0.787 * none, single, 1);
    assertEquals(0, rows.get(0).number("codecEnergyUj"));
    // Encoded is all of it once at each die, decoded twice but for a die's own part.
    assertEquals((1L << 30) * (8 + 14) * 8 * 0.1 / 1e6, rows.get(1).number("codecEnergyUj"), 1);
  }

  @Test
  void countsTheEnergyOfCountingToo() {
    Run run =
        sim("-b 1GiB -e 1GiB --chunks 1 --codec three --codec-pj-per-bit 0.1 --json --mode events");
    JsonObject three = objects(run.json().array("rows")).toList().getFirst();

    // Each frame that is encoded is counted before.
    assertEquals((1L << 30) * (8 + 8 + 14) * 8 * 0.1 / 1e6, three.number("codecEnergyUj"), 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--preset ucie-a-32 | at 0.3 pJ a bit",
        "--preset ici-v5p | nobody says what a bit costs",
        "--pj-per-bit 2 --mode closed | mode closed counts no bits",
        "--pj-per-bit 0.6 | less than none while a coded bit costs less than 0.081 pJ"
      })
  void saysWhatIsKnownOfEnergy(String options, String words) {
    Run run = sim("-b 64MiB -e 64MiB " + options);

    assertTrue(run.text().contains(words), run.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--pj-per-bit -1", "--codec-pj-per-bit x", "--json --csv -"})
  void refusesWhatItDoesNotUnderstand(String options) {
    assertEquals(2, sim("-e 1KiB " + options).exit());
  }

  @Test
  void doublesQuotesOfNamesInCsv() throws IOException {
    String graph =
        """
        {"schema": "vail-topology/1", "dies": 2, "links": [{"from": 0, "to": 1}]}
        """;
    Path file = Files.writeString(folder.resolve("a \"b\", c.json"), graph);
    Run run = sim("-e 1KiB --codec none --csv -", "--topology", file);

    assertTrue(run.text().contains(",\"a \"\"b\"\", c.json\",2,"), run.toString());
  }

  private Path earlier(String options) throws IOException {
    return Files.write(folder.resolve("before.json"), sim(options + " --json").output());
  }

  private static Map<String, JsonObject> sensitivity(String options) {
    Map<String, JsonObject> swings = new HashMap<>();
    objects(sim(options + " --sensitivity --json").json().object("sensitivity").array("inputs"))
        .forEach(swing -> swings.put(swing.string("input"), swing));
    return swings;
  }

  private static double time(Map<String, JsonObject> swings, String name, String way) {
    JsonObject swing = swings.get(name);
    assertNotNull(swing, name);
    return swing.object(way).number("timePs");
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.items().stream().map((JsonValue item) -> item.asObject("an item"));
  }

  private static Run sim(String line, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("sim", "all_reduce"));
    arguments.addAll(List.of((Object[]) line.strip().split(" +", -1)));
    arguments.addAll(List.of(more));
    return Run.of(arguments.toArray());
  }
}
