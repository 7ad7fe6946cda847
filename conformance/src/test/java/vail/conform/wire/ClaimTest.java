package vail.conform.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.json.JsonWriter;

class ClaimTest {
  @Test
  void theSmallestClaimsTheWholeFormat() {
    Claim claim = claim("{\"protocol\":1,\"name\":\"mine\"}");

    assertEquals(Set.of("decode", "encode", "train"), claim.roles());
    assertEquals(Set.of(1, 2, 4, 8, 16, 32, 64), claim.lanes());
    assertTrue(claim.codes());
    assertEquals(Claim.ErrorDetail.CLASS, claim.errorDetail());
  }

  @Test
  void oldNamesAndUnknownFieldsAreTaken() {
    Claim claim =
        claim(
            """
            {"name":"hw","roles":["decode","parseCodebook","buildCodebook"],"lanes":["16"],
             "classes":["Short"],"limits":{"maxOutput":4096},"errorDetail":"none","colour":"red"}
            """);

    assertTrue(claim.roles().contains("train"));
    assertEquals(Set.of(16), claim.lanes());
    assertEquals(Set.of("short"), claim.classes());
    assertEquals(4096, claim.maxSymbols());
    assertEquals(Claim.ErrorDetail.NONE, claim.errorDetail());
  }

  @Test
  void anEmptyListClaimsNothing() {
    assertFalse(claim("{\"name\":\"x\",\"words\":[]}").codes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"protocol\":2}",
        "{\"lanes\":8}",
        "{\"lanes\":[[]]}",
        "{\"lanes\":[\"many\"]}"
      })
  void rejectsWhatIsNoClaim(String json) {
    assertThrows(IllegalArgumentException.class, () -> claim(json));
  }

  @Test
  void readsWhatItWrites() {
    Claim claim = claim("{\"name\":\"mine\",\"lanes\":[8],\"limits\":{\"maxBooks\":2}}");

    assertEquals(claim, claim(JsonWriter.compact(claim.toJson())));
  }

  private static Claim claim(String json) {
    return Claim.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
