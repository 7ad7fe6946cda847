package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.cli.Run;
import vail.cli.Samples;
import vail.json.JsonObject;
import vail.json.JsonValue;

class DataOptionsTest {
  private static final String SMALL = "--mode bytes --dies 3 --chunks 2 -b 96KiB -e 96KiB ";

  @TempDir private Path folder;

  @Test
  void provesThatNoCodecLosesAnything() {
    Run run = sim("all_reduce " + SMALL + "--specials --codec none,single,three,auto --json");
    List<JsonObject> rows = rows(run);
    JsonObject plain = rows.getFirst().field("certificate").asObject("certificate");

    assertEquals(4, rows.size());
    for (JsonObject row : rows) {
      JsonObject certificate = row.field("certificate").asObject("certificate");
      assertTrue(certificate.field("holds").asBoolean("holds"), row.toString());
      assertEquals(plain.string("outputSha256"), certificate.string("outputSha256"));
      assertEquals(plain.string("chainSha256"), certificate.string("replayChainSha256"));
      assertEquals(4, row.array("steps").items().size());
      assertEquals(3, row.array("linkRatios").items().size());
    }
    assertTrue(ratio(rows.get(1)) < 0.85, run.toString());
    assertEquals(0, run.json().object("certificate").field("wrong").asLong("wrong", 0, 1));
  }

  @Test
  void printsTheCertificateUnderTheTable() {
    Run run = sim("all_gather " + SMALL + "--codec single");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("Out of bounds values : 0 OK"), run.text());
    assertTrue(run.text().contains("Certificate holds: of 147456 elements"), run.text());
    assertTrue(run.text().contains("excess bits/symbol"), run.text());
  }

  @Test
  void givesTheSameOnAnyThreadsAndBackend() {
    String line = "all_reduce " + SMALL + "--codec single,three --json ";
    String one = sim(line).text();

    assertEquals(one, sim(line + "--threads 3").text());
    assertEquals(one, sim(line + "--backend java-reference").text());
    assertNotEquals(one, sim(line + "--seed 2").text());
  }

  @Test
  void movesRecordedTensors() throws IOException {
    try (Samples samples = Samples.unpack()) {
      Path file = samples.folder().resolve(Samples.LATER).resolve("weight_grads.safetensors");
      String all = "all_reduce " + SMALL + "--codec single --json --data " + file;
      JsonObject shipped = rows(sim(all)).getFirst();

      assertTrue(ratio(shipped) < 0.8, shipped.toString());
      assertTrue(ratio(rows(sim(all + " --step-books")).getFirst()) < 0.8);
      Run missing = sim(all + ":nothing");
      assertEquals(2, missing.exit(), missing.toString());
      assertTrue(missing.errors().contains("there are layer."), missing.errors());
      assertEquals(2, sim(all + " -d e4m3").exit());
    }
  }

  @Test
  void saysWhatBooksOfEachStepWereMadeOf() {
    String line = "all_reduce " + SMALL + "--codec single";

    assertTrue(sim(line + " --step-books").text().contains("of the very values that they code"));
    assertFalse(sim(line).text().contains("of the very values"));
  }

  @Test
  void takesAFileWithoutAHeaderForElementsOfTheType() throws IOException {
    Path file = folder.resolve("ramp.bin");
    Files.write(file, new byte[] {1, 2, 3, 4, 5, 6, 7});
    Run run = sim("all_reduce " + SMALL + "-d int8 --json --data " + file);

    assertEquals(0, run.exit(), run.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "--mode events --specials, only --mode bytes and live move bytes",
    "--mode closed --data x, only --mode bytes and live move bytes",
    "--mode events -c 1, -c 1",
    "--mode bytes -d bool, -d bool",
    "--mode bytes --step-books --books x.json, one of them",
    "--mode bytes -b 2GiB -e 2GiB, up to 1GiB a die",
    "--mode bytes -e 512, -e must not"
  })
  void refusesWhatHasNoSense(String options, String words) {
    Run run = sim("all_reduce " + options);

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains(words), run.errors());
    assertEquals("", run.text());
  }

  @Test
  void saysWhichFileIsMissing() {
    Run run = sim("all_reduce --mode bytes --data nowhere.npy:x");

    assertEquals(5, run.exit(), run.toString());
    assertTrue(run.errors().contains("nowhere.npy:x: no such file"), run.errors());
  }

  private static double ratio(JsonObject row) {
    return row.field("ratio").asDouble("ratio");
  }

  private static List<JsonObject> rows(Run run) {
    assertEquals(0, run.exit(), run.toString());
    return run.json().array("rows").items().stream()
        .map((JsonValue row) -> row.asObject("row"))
        .toList();
  }

  private static Run sim(String line) {
    List<Object> arguments = new ArrayList<>(List.of("sim"));
    arguments.addAll(List.of(line.trim().split(" +", -1)));
    return Run.of(arguments.toArray());
  }
}
