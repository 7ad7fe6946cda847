package vail.conform.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.testing.Project;

class VectorSetTest {
  private static final Source STORED = Source.of(Project.root().resolve("conformance/vectors"));

  @Test
  void loadsTheSmokeLevelWithEveryKindInIt() {
    VectorSet smoke = VectorSet.load(Level.SMOKE);

    assertEquals(24, smoke.vectors().size());
    assertEquals(
        EnumSet.allOf(Kind.class),
        smoke.vectors().stream().map(Vector::kind).collect(Collectors.toSet()));
  }

  @Test
  void theSecondLevelHoldsTheFirst() {
    VectorSet core = VectorSet.load(Level.CORE);

    assertTrue(core.vectors().containsAll(VectorSet.load(Level.SMOKE).vectors()));
    assertTrue(core.vectors().size() >= 1800 && core.vectors().size() <= 2500);
  }

  @Test
  void readsBackWhatItWrites() throws IOException {
    VectorSet smoke = VectorSet.read(STORED, Level.SMOKE);

    byte[] again =
        new SetWriter(smoke.catalogue())
            .smoke(smoke.vectors())
            .files(smoke.suite(), "a test", JsonObject.builder().build(), SigningKey.development())
            .get("smoke.json");

    assertEquals(
        new String(STORED.read("smoke.json"), StandardCharsets.UTF_8),
        new String(again, StandardCharsets.UTF_8));
  }

  @Test
  void refusesAFileThatIsNotTheOneOfTheManifest() {
    Source damaged =
        name -> {
          byte[] bytes = STORED.read(name);
          if (name.equals("smoke.json")) {
            bytes[bytes.length / 2] ^= 1;
          }
          return bytes;
        };

    var trouble =
        assertThrows(VailFormatException.class, () -> VectorSet.read(damaged, Level.SMOKE));
    assertEquals(Fault.CHECKSUM, trouble.fault());
  }

  @Test
  void refusesACountThatIsNotThatOfTheFiles() {
    Source damaged =
        name ->
            name.equals(Manifest.NAME)
                ? text(STORED.read(name))
                    .replaceFirst("\"count\": 24", "\"count\": 23")
                    .getBytes(StandardCharsets.UTF_8)
                : STORED.read(name);

    assertEquals(
        Fault.BAD_FIELD,
        assertThrows(VailFormatException.class, () -> VectorSet.read(damaged, Level.SMOKE))
            .fault());
  }

  @Test
  void hasNoStoredSetOfLevelsThatAreMade() {
    assertThrows(IllegalArgumentException.class, () -> VectorSet.load(Level.FRESH));
  }

  @Test
  void refusesTwoVectorsOfOneId() {
    VectorSet smoke = VectorSet.load(Level.SMOKE);
    Vector first = smoke.vectors().getFirst();

    assertThrows(
        IllegalArgumentException.class,
        () -> new VectorSet(Level.SMOKE, "1.0.0", smoke.catalogue(), Arrays.asList(first, first)));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
