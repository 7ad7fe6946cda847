package vail.conform.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vail.conform.vector.Body;
import vail.conform.vector.Level;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;

class FreshTest {
  @Test
  void aSeedRepeatsItsVectorsAndAnotherHasOthers() {
    assertEquals(Fresh.of(5).vectors(), Fresh.of(5).vectors());
    assertNotEquals(Fresh.of(5).vectors(), Fresh.of(6).vectors());
    assertEquals("0000000000000005", Fresh.seedOf(Fresh.of(5)));
  }

  @Test
  void asksAFewPercentOfTheCoreSetAndHardlyAnythingThatIsInIt() {
    Set<Body> known =
        VectorSet.load(Level.CORE).vectors().stream().map(Vector::body).collect(Collectors.toSet());
    VectorSet fresh = Fresh.of(7);

    long old = fresh.vectors().stream().filter(vector -> known.contains(vector.body())).count();

    assertTrue(fresh.vectors().size() > 90, "seed 7");
    // Raw and constant blocks that are broken are the same for everybody, and so are short cycles.
    assertTrue(old < fresh.vectors().size() / 2, old + " are known, seed 7");
    assertFalse(fresh.catalogue().books().isEmpty());
  }
}
