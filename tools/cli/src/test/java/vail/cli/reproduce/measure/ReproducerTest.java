package vail.cli.reproduce.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vail.cli.reproduce.TinyRecordings;
import vail.cli.reproduce.grid.DataFolder;
import vail.cli.reproduce.grid.Profile.Split;

/** All expected figures are worked out by hand; see {@link TinyRecordings}. */
class ReproducerTest {
  private static final double EXACT = 1e-9;

  @Test
  void savesWhatTheHistogramsSay(@TempDir Path folder) throws IOException {
    Measurement bytes = measured(run(folder), Split.BYTES);

    // Bits a symbol: 1.5 and 1 by entropy and by Huffman; 1.75 and 2 by the book of step 1.
    assertEquals(100 * (1 - 1.25 / 8), bytes.saved(Scheme.SHANNON).orElseThrow(), EXACT);
    assertEquals(100 * (1 - 1.25 / 8), bytes.saved(Scheme.HUFFMAN).orElseThrow(), EXACT);
    assertEquals(100 * (1 - 1.875 / 8), bytes.saved(Scheme.FIXED).orElseThrow(), EXACT);
    assertEquals(100 * (1 - 1.875 / 8), bytes.saved(Scheme.LAYER).orElseThrow(), EXACT);
    assertEquals(100 * (1 - 1.875 / 8), bytes.saved(Scheme.BEST).orElseThrow(), EXACT);
    assertTrue(bytes.saved(Scheme.FIXED_OLD).isEmpty());
  }

  @Test
  void countsOnlyTheExponentOfPlanes(@TempDir Path folder) throws IOException {
    Measurement planes = measured(run(folder), Split.PLANES);

    // 8 of 16 bits stay as they are; the first shard has two exponents, the second has one.
    assertEquals(100 * (1 - (1 + 8) / 16.0), percent(planes, 0, Scheme.SHANNON), EXACT);
    assertEquals(100 * (1 - (0 + 8) / 16.0), percent(planes, 1, Scheme.SHANNON), EXACT);
    assertEquals(100 * (1 - (1 + 8) / 16.0), percent(planes, 1, Scheme.HUFFMAN), EXACT);
  }

  @Test
  void judgesTheMedianAndNamesTheWorstShard(@TempDir Path folder) throws IOException {
    Claim.Tested claim = assertInstanceOf(Claim.Tested.class, run(folder).claim());

    // Gaps of 0.25 bits and 1 bit, 12.5 points each bit.
    assertEquals((3.125 + 12.5) / 2, claim.verdict().vsHuffman().median(), EXACT);
    assertEquals(12.5, claim.verdict().vsHuffman().worst(), EXACT);
    assertEquals("layer.07.ffn1_act shard 1", claim.verdict().vsHuffman().worstShard().toString());
    assertFalse(claim.verdict().holds());
    assertEquals(1, claim.verdict().bookStep());
  }

  @Test
  void measuresDivergenceFromTheAverageOfTheShards(@TempDir Path folder) throws IOException {
    Measurement bytes = measured(run(folder), Split.BYTES);

    // Average 1/2, 3/8 and 1/8; shards 1/2, 1/4 and 1/4, and 1/2 and 1/2.
    double first = (0.25 * Math.log(0.25 / 0.375) + 0.25 * Math.log(0.25 / 0.125)) / Math.log(2);
    double second = 0.5 * Math.log(0.5 / 0.375) / Math.log(2);
    assertEquals(first, bytes.shards().get(0).divergence(), EXACT);
    assertEquals(second, bytes.shards().get(1).divergence(), EXACT);
  }

  @Test
  void neverLearnsFromTheStepItMeasures(@TempDir Path folder) throws IOException {
    for (Measurement measurement : run(folder).measurements()) {
      for (long step : measurement.bookSteps().values()) {
        assertEquals(1, step, measurement.group().label());
      }
    }
  }

  @Test
  void followsABookWithAgeAndToOtherText(@TempDir Path folder) throws IOException {
    List<String> conditions =
        run(folder).drift().stream()
            .filter(point -> point.group().profile().split() == Split.BYTES)
            .map(DriftPoint::condition)
            .toList();

    assertEquals(List.of("1 steps old", "1 steps old, text: code"), conditions);
  }

  @Test
  void saysWhyAPlainFolderProvesNothing(@TempDir Path folder) throws IOException {
    Reproduction found = measure(TinyRecordings.writePlain(folder));

    assertInstanceOf(Claim.Untested.class, found.claim());
    assertTrue(found.verdicts().isEmpty());
    assertTrue(found.campaign().missing().getFirst().startsWith("no book can be fixed before"));
    assertTrue(measured(found, Split.BYTES).saved(Scheme.SHANNON).isPresent());
  }

  private static Reproduction run(Path folder) throws IOException {
    return measure(TinyRecordings.write(folder));
  }

  private static Reproduction measure(Path folder) throws IOException {
    return Reproducer.run(Campaign.of(DataFolder.read(folder, bytes -> {})));
  }

  private static double percent(Measurement measured, int shard, Scheme scheme) {
    return measured.savedPercent(measured.shards().get(shard), scheme);
  }

  private static Measurement measured(Reproduction found, Split split) {
    return found.measurements().stream()
        .filter(m -> m.group().profile().split() == split)
        .findFirst()
        .orElseThrow();
  }
}
