package vail.cli.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.cli.Run;
import vail.json.JsonObject;

class ReproduceCommandTest {
  @TempDir private Path folder;
  private Path data;

  @BeforeEach
  void record() throws IOException {
    data = TinyRecordings.write(folder.resolve("data"));
  }

  @Test
  void printsTheVerdictFirstAndFailsWithTheClaim() {
    Run run = Run.of("reproduce", "--data", data);

    assertEquals(1, run.exit(), run::toString);
    assertTrue(run.text().startsWith("The paper's claim DOES NOT HOLD here "), run::toString);
    assertTrue(run.text().contains("worst 12.50 in layer.07.ffn1_act shard 1"), run::toString);
  }

  @Test
  void writesVerdictsAsScriptsExpectThem() {
    JsonObject document = Run.of("reproduce", "--data", data, "--json").json();

    JsonObject verdict = document.array("verdicts").items().getFirst().asObject("verdict");
    assertEquals("vail-reproduce/1", document.string("schema"));
    assertEquals("ffn1_act", verdict.string("kind"));
    assertEquals("bytes", verdict.string("split"));
    assertEquals(7.8125, verdict.object("vsHuffman").number("median"));
    assertEquals(12.5, verdict.object("vsShannon").number("worst"));
    assertEquals("fails", document.object("claim").string("state"));
  }

  @Test
  void countsHeadersOfRealBlocks() {
    JsonObject document = Run.of("reproduce", "--data", data, "--json").json();

    JsonObject planes = document.array("blocks").items().getFirst().asObject("file");
    assertEquals("planes", planes.string("split"));
    assertEquals(16_384, planes.integer("rawBytes", 0, Long.MAX_VALUE));
    // Exponents take a bit each or more and a frame of 12; the low plane is one constant block.
    assertTrue(planes.integer("vailBytes", 0, Long.MAX_VALUE) > 8_192 / 8 + 12 + 13);
  }

  @Test
  void writesAllTablesIntoAFolderAndTheMainOneIntoAFile() throws IOException {
    Run.of("reproduce", "--data", data, "--csv", folder.resolve("tables"));
    Run.of("reproduce", "--data", data, "--csv", folder.resolve("one.csv"));

    List<String> main = Files.readAllLines(folder.resolve("one.csv"));
    assertEquals(main, Files.readAllLines(folder.resolve("tables/schemes.csv")));
    assertTrue(
        main.contains(
            "ffn1_act,bf16,bytes,fixed,1,2,76.5625,7.8125,12.5,7.8125,12.5,"
                + "layer.07.ffn1_act shard 1"),
        main::toString);
    for (String name : List.of("shards.csv", "drift.csv", "blocks.csv")) {
      assertTrue(Files.readAllLines(folder.resolve("tables").resolve(name)).size() > 1, name);
    }
  }

  @Test
  void rewritesTheTableOfAReadme() throws IOException {
    Path readme = folder.resolve("README.md");
    Files.writeString(readme, "a\n<!-- results:begin -->\nstale\n<!-- results:end -->\nb\n");

    Run.of("reproduce", "--data", data, "--readme", readme);

    String text = Files.readString(readme);
    assertTrue(text.startsWith("a\n<!-- results:begin -->\nThe paper's claim "), text);
    assertTrue(text.endsWith(" |\n<!-- results:end -->\nb\n"), text);
    assertTrue(text.contains("| `ffn1_act` | 84.38 | 84.38 | 76.56 |"), text);
    assertFalse(text.contains("stale"), text);
  }

  @Test
  void reproducesTheClaimOnTheSampleThatComesAlong() {
    Run run = Run.of("reproduce");

    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.text().startsWith("The paper's claim holds here "), run::toString);
  }

  @Test
  void goesAsFarAsAPlainFolderAllows() throws IOException {
    Path plain = TinyRecordings.writePlain(folder.resolve("plain"));

    Run run = Run.of("reproduce", "--data", plain, "--html", folder.resolve("plain.html"));

    assertEquals(0, run.exit(), run::toString);
    assertTrue(run.text().startsWith("The paper's claim is not tested, because "), run::toString);
    assertTrue(run.text().contains("Note: no book can be fixed before plain"), run::toString);
    assertTrue(Files.readString(folder.resolve("plain.html")).contains("best of the shipped"));
  }

  @Test
  void namesTheOptionWhenAFolderHasNoTensors() {
    Run run = Run.of("reproduce", "--data", folder);

    assertEquals(2, run.exit(), run::toString);
    assertTrue(run.errors().contains("--data"), run::toString);
  }

  @Test
  void saysThatAFileIsNoFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    Run run = Run.of("reproduce", "--data", file);

    assertEquals(5, run.exit(), run::toString);
    assertEquals("vail: " + file + ": is a file, not a folder\n", run.errors());
  }

  @Test
  void namesTheFileThatIsDamaged() throws IOException {
    Path file = data.resolve("step00001/activations.safetensors");
    Files.write(file, new byte[] {1, 2, 3});

    Run run = Run.of("reproduce", "--data", data);

    assertEquals(3, run.exit(), run::toString);
    assertTrue(run.errors().contains(file + ": fault 1 TRUNCATED"), run::toString);
  }
}
