package vail.cli.reproduce.measure;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vail.cli.reproduce.grid.DataFolder;
import vail.testing.Project;
import vail.testing.RequiresData;

/** The paper's claim on the full recordings. */
@RequiresData
class ClaimTest {
  @Test
  @Tag("thorough")
  void holdsForFfn1ActivationsTenStepsAfterTheBook() throws IOException {
    DataFolder data = DataFolder.read(Project.data(""), bytes -> {});

    Claim.Tested claim =
        assertInstanceOf(Claim.Tested.class, Reproducer.run(Campaign.of(data)).claim());

    Verdict verdict = claim.verdict();
    assertAll(
        verdict.toString(),
        () -> assertEquals(990, verdict.bookStep()),
        () -> assertEquals(18, verdict.layers()),
        () -> assertTrue(verdict.shardSymbols() >= 8192),
        () -> assertTrue(verdict.vsHuffman().median() <= 0.5),
        () -> assertTrue(verdict.vsShannon().median() <= 1.0),
        () -> assertEquals(1152, claim.asRecorded().vsHuffman().shards()));
  }
}
