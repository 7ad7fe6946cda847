package vail.cli.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.cli.Run;
import vail.conform.vector.Signature;
import vail.conform.vector.Source;
import vail.json.JsonObject;

class VectorsCommandTest {
  @TempDir private Path folder;

  @Test
  void listsTheVectorsOfALevel() {
    Run run = Run.of("vectors", "list", "--level", "smoke");

    assertEquals(0, run.exit(), run.toString());
    assertEquals(25, run.text().lines().count());
  }

  @Test
  void measuresThatNoPairIsMissing() {
    JsonObject shown = Run.of("vectors", "list", "--coverage", "--json").json().object("coverage");

    for (String what : new String[] {"requested", "coded"}) {
      JsonObject share = shown.object(what);
      assertEquals(share.integer("feasible", 900, 9999), share.integer("covered", 900, 9999));
    }
  }

  @Test
  void printsAMeasureAndWhatIsMissing() {
    Run run = Run.of("vectors", "list", "--level", "smoke", "--coverage");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains(" feasible, "), run.text());
    assertTrue(run.text().contains("missing: "), run.text());
  }

  @Test
  void repeatsFreshVectorsFromTheirSeed() throws Exception {
    Run first = Run.of("vectors", "generate", folder.resolve("a"), "--level", "fresh", "--json");
    String seed = first.json().string("seed");

    Run again =
        Run.of("vectors", "generate", folder.resolve("b"), "--level", "fresh", "--seed", seed);

    assertEquals(0, again.exit(), again.toString());
    assertTrue(again.text().startsWith("fresh, seed " + seed + ": "), again.text());
    assertEquals(
        -1, Files.mismatch(folder.resolve("a/fresh.json"), folder.resolve("b/fresh.json")));
    assertNotEquals(
        seed,
        Run.of("vectors", "generate", folder.resolve("c"), "--level", "fresh", "--json")
            .json()
            .string("seed"));
  }

  @Test
  void exportsSeveralFormsAtOnceAndSigns() throws Exception {
    Run run =
        Run.of("vectors", "generate", folder, "--level", "smoke", "--export", "json,bin,hex,csv");

    assertEquals(0, run.exit(), run.toString());
    for (String file :
        new String[] {
          "smoke.json", "bin/in/enc.smoke.0001.bin", "hex/in/enc.smoke.0001.hex", "smoke.csv"
        }) {
      assertTrue(Files.exists(folder.resolve(file)), file);
    }
    assertEquals(Signature.Origin.DEVELOPMENT, Signature.check(Source.of(folder)));
  }

  @Test
  void makesTheStoredSetAgain() {
    Run run = Run.of("vectors", "verify", "--json");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.json().bool("same"));
    assertEquals("development", run.json().string("signature"));
  }

  @Test
  void refusesASetThatIsNotTheOneOfItsManifest() throws Exception {
    Run.of("vectors", "generate", folder, "--level", "smoke");
    Files.writeString(folder.resolve("smoke.json"), "{}");

    Run run = Run.of("vectors", "verify", folder);

    assertEquals(3, run.exit(), run.toString());
    assertTrue(run.errors().contains("smoke.json"), run.errors());
  }

  @Test
  void namesWhatIsAccepted() {
    assertEquals(2, Run.of("vectors").exit());
    assertEquals(2, Run.of("vectors", "list", "--seed", "1").exit());
    assertEquals(2, Run.of("vectors", "list", "--level", "extended", "--shard", "3/2").exit());
    assertEquals(2, Run.of("vectors", "list", "--level", "fresh", "--seed", "xyz").exit());
    assertEquals(2, Run.of("vectors", "list", "--coverage", "--strength", "4").exit());
  }

  @Test
  void refusesAKeyThatIsNone() throws Exception {
    Path key = Files.writeString(folder.resolve("key.pem"), "nothing");

    Run run = Run.of("vectors", "generate", folder.resolve("out"), "--sign", key);

    assertEquals(2, run.exit(), run.toString());
  }
}
