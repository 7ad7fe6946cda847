package vail.conform.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vail.conform.vector.Exchange;
import vail.conform.vector.Level;
import vail.conform.vector.Request;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;
import vail.testing.Project;

class CoverageTest {
  private static final VectorSet CORE = VectorSet.load(Level.CORE);
  private static final Coverage MEASURED = Coverage.of(CORE);

  /** Containers, files for people, words: no request of a vector reaches them. */
  private static final Set<String> OUT_OF_REACH =
      new TreeSet<>(
          List.of(
              "C-11", "C-12", "C-19", "C-20", "C-21", "C-22", "C-23", "F-06", "F-09", "F-22",
              "F-23", "F-24", "F-27"));

  @Test
  void theSecondLevelHasEveryPairThatALegalRequestCanHave() {
    assertEquals(List.of(), MEASURED.requested().missing());
    assertEquals(10_000, MEASURED.requested().hundredths());
    assertTrue(MEASURED.requested().feasible() > 1000);
  }

  @Test
  void everyPairOfACodedBlockIsInOneThatCameOutCoded() {
    assertEquals(List.of(), MEASURED.coded().missing());
  }

  @Test
  void noticesARowThatIsGone() {
    Vector first =
        CORE.vectors().stream().filter(v -> v.id().startsWith("enc.pair.")).findFirst().get();
    List<Vector> less =
        CORE.vectors().stream()
            .filter(v -> !isRow(v) || v.id().compareTo("enc.pair.0100") < 0)
            .toList();

    assertTrue(less.contains(first));
    assertFalse(Coverage.of(less, 2).requested().missing().isEmpty());
  }

  private static boolean isRow(Vector vector) {
    return vector.body() instanceof Exchange(Request.Encode(var options, var symbols), var expect)
        && symbols.recipe().isPresent();
  }

  @Test
  void everyClauseThatVectorsCanReachIsCited() throws IOException {
    Set<String> clauses = new TreeSet<>();
    for (String chapter : List.of("bitstream.md", "codebook.md", "faults.md")) {
      var heading =
          Pattern.compile("(?m)^### ([BCF]-[0-9]{2}) ")
              .matcher(Files.readString(Project.root().resolve("core/spec").resolve(chapter)));
      while (heading.find()) {
        clauses.add(heading.group(1));
      }
    }

    assertEquals(OUT_OF_REACH, MEASURED.uncited(clauses));
    assertTrue(clauses.containsAll(MEASURED.clauses().keySet()));
  }

  @Test
  void everyFlagIsHuntedAndEveryBookUsed() {
    Set<String> hunted = new TreeSet<>();
    CORE.vectors().forEach(vector -> hunted.addAll(vector.flags()));

    assertEquals(new TreeSet<>(CORE.catalogue().flags().keySet()), hunted);
  }
}
