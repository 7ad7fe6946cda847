package vail.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  @Test
  void writesCompactlyInTheOrderGiven() {
    JsonObject object =
        JsonObject.builder()
            .put("z", 1)
            .put("a", JsonArray.of(1, 2))
            .put("t", true)
            .put("d", 0.5)
            .put("o", JsonObject.of(Map.of()))
            .build();
    assertEquals("{\"z\":1,\"a\":[1,2],\"t\":true,\"d\":0.5,\"o\":{}}", JsonWriter.compact(object));
  }

  @Test
  void indentsForPeopleAndKeepsArraysOfScalarsOnALine() {
    String text =
        """
        {
          "numbers": [1,2,3],
          "none": [],
          "books": [
            {
              "slot": 1
            },
            []
          ]
        }
        """;
    assertEquals(text, JsonWriter.indented(JsonReaderTest.read(text)));
  }

  @Test
  void escapesOnlyWhatMustBe() {
    assertEquals(
        "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007fé€\ud83d\ude00\"",
        JsonWriter.compact(JsonValue.of("\"\\/\b\f\n\r\t\0\u001f\u007fé€\ud83d\ude00")));
  }

  @Test
  void hasNoFormForNumbersThatAreNotFinite() {
    for (double number : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> JsonValue.of(number));
    }
    assertEquals("1.0E300", JsonWriter.compact(JsonValue.of(1e300)));
  }

  @Test
  void readsBackWhatItWrote() {
    long seed = 20_260_110_673L;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      String text = JsonWriter.compact(any(random, 0));
      String indented = JsonWriter.indented(JsonReaderTest.read(text));
      assertEquals(text, JsonWriter.compact(JsonReaderTest.read(text)), "seed " + seed);
      assertEquals(text, JsonWriter.compact(JsonReaderTest.read(indented)), "seed " + seed);
    }
  }

  private static JsonValue any(Random random, int depth) {
    return switch (random.nextInt(depth > 4 ? 5 : 7)) {
      case 0 -> new JsonNull(0);
      case 1 -> JsonValue.of(random.nextBoolean());
      case 2 -> JsonValue.of(random.nextLong() >> random.nextInt(64));
      case 3 -> JsonValue.of(random.nextGaussian());
      case 4 -> JsonValue.of(anyText(random));
      case 5 -> {
        List<JsonValue> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(any(random, depth + 1));
        }
        yield JsonArray.of(items);
      }
      default -> {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          fields.put(anyText(random), any(random, depth + 1));
        }
        yield JsonObject.of(fields);
      }
    };
  }

  private static String anyText(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i > 0; i--) {
      int codePoint = random.nextInt(1 << 4 + random.nextInt(13));
      text.appendCodePoint(codePoint >= 0xd800 && codePoint <= 0xdfff ? '?' : codePoint);
    }
    return text.toString();
  }
}
