package vail.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.fault.Fault;
import vail.fault.VailFormatException;

class JsonReaderTest {
  static JsonValue read(String text) {
    return JsonReader.read(MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static JsonValue readHex(String hex) {
    return JsonReader.read(MemorySegment.ofArray(HexFormat.of().parseHex(hex)));
  }

  private static void assertFault(Fault fault, long offset, String text) {
    assertFault(fault, offset, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void assertFault(Fault fault, long offset, byte[] text) {
    String shown = HexFormat.of().formatHex(text);
    VailFormatException thrown =
        assertThrows(
            VailFormatException.class, () -> JsonReader.read(MemorySegment.ofArray(text)), shown);
    assertEquals(fault, thrown.fault(), shown);
    assertEquals(offset, thrown.offset(), thrown.getMessage());
  }

  @Test
  void keepsTheOrderOfFieldsAndThePlaceOfEachValue() {
    JsonObject object = read(" {\"b\": [1, true, null], \"a\": \"x\"}").asObject("text");
    assertEquals(List.of("b", "a"), List.copyOf(object.fields().keySet()));
    assertEquals(1, object.at());
    assertEquals(7, object.field("b").at());
    assertEquals(11, object.array("b").items().get(1).at());
    assertEquals(29, object.field("a").at());
  }

  @Test
  void keepsNumbersAsTheyWereWritten() {
    for (String number : List.of("0", "-0", "-0.0", "1E400", "1e+05", "9007199254740993")) {
      assertEquals(new JsonNumber(number, 0), read(number));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "00", "-01", "+1", ".5", "1.", "1.e2", "1e", "1e+", "-", "0x1"})
  void rejectsNumbersOutsideTheGrammar(String number) {
    assertThrows(VailFormatException.class, () -> read("[" + number + "]"));
  }

  @Test
  void rejectsWordsThatJsonDoesNotHave() {
    for (String word : List.of("NaN", "Infinity", "True", "nil", "undefined", "'a'", "// a\n1")) {
      VailFormatException thrown = assertThrows(VailFormatException.class, () -> read(word), word);
      assertEquals(Fault.BAD_FIELD, thrown.fault(), word);
    }
  }

  @Test
  void resolvesEveryEscape() {
    assertEquals(
        new JsonString("\"\\/\b\f\n\r\té\u20ac\ud83d\ude00\0", 0),
        read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\u20AC\\ud83d\\uDE00\\u0000\""));
  }

  @Test
  void readsEveryCharacterOfUnicode() {
    for (int codePoint = 0x80; codePoint <= Character.MAX_CODE_POINT; codePoint += 13) {
      if (codePoint < 0xd800 || codePoint > 0xdfff) {
        String character = Character.toString(codePoint);
        assertEquals(new JsonString(character, 0), read('"' + character + '"'));
      }
    }
    assertEquals(new JsonString("\ud7ff\ue000\uffff", 0), read("\"\ud7ff\ue000\uffff\""));
    assertEquals(new JsonString("\udbff\udfff", 0), read("\"\udbff\udfff\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c080",
        "c1bf",
        "c3c3",
        "e08080",
        "e09fbf",
        "eda080",
        "edbfbf",
        "e282c0",
        "f0808080",
        "f08fbfbf",
        "f4908080",
        "f5808080",
        "f8808080",
        "ff",
        "fe",
        "f09f98c0"
      })
  void rejectsBytesThatAreNotUtf8(String hex) {
    assertFault(Fault.BAD_FIELD, 2, HexFormat.of().parseHex("2261" + hex + "616161" + "22"));
  }

  @Test
  void rejectsHalfSurrogatesInEscapes() {
    for (String half : List.of("\\ud800", "\\udc00", "\\ud800\\u0041", "\\ud800a ", "\\ud800\\n")) {
      assertFault(Fault.BAD_FIELD, 2, "\"a" + half + "\"");
    }
  }

  /** F-27. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[1 2]|3", "{\"a\" 1}|5", "{\"a\":1,}|7", "[1,]|3", "{a:1}|1", "[,1]|1", "{\"a\":}|5",
        "\"\\x\"|1", "\"\\u00g0\"|5", "tru3|3", "[}|1", "{\"a\":1]|6", "\u00e9|0", "@|0"
      })
  void namesTheByteThatIsWrong(String text, long offset) {
    assertFault(Fault.BAD_FIELD, offset, text);
  }

  @Test
  void rejectsControlCharactersInStrings() {
    for (char control = 0; control < ' '; control++) {
      assertFault(Fault.BAD_FIELD, 2, "\"a" + control + "\"");
    }
    assertEquals(new JsonString("\u007f", 0), read("\"\u007f\""));
  }

  @Test
  void rejectsAByteOrderMark() {
    assertThrows(VailFormatException.class, () -> readHex("efbbbf31"));
  }

  @Test
  void rejectsAFieldThatStandsTwice() {
    assertFault(Fault.BAD_FIELD, 14, "{\"a\":1,\"b\":2, \"a\":3}");
    assertFault(Fault.BAD_FIELD, 7, "{\"a\":1,\"\\u0061\":2}");
  }

  @Test
  void saysWhereATextEndsTooEarly() {
    byte[] text =
        "{\"a\":[1,-2.5e3,true,\"\\u20ac€\"],\"b\":null}".getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < text.length; length++) {
      assertFault(Fault.TRUNCATED, length, Arrays.copyOf(text, length));
    }
  }

  @Test
  void rejectsWhatFollowsTheValue() {
    assertFault(Fault.TRAILING_DATA, 3, "{} x");
    assertFault(Fault.TRAILING_DATA, 2, "1 2");
    assertFault(Fault.TRAILING_DATA, 1, "1\0");
  }

  @Test
  void goesSixtyFourLevelsDeepAndNoDeeper() {
    String deepest = "[".repeat(64) + "]".repeat(64);
    assertEquals(deepest, JsonWriter.compact(read(deepest)));
    assertFault(Fault.LIMIT_EXCEEDED, 64, "[".repeat(1_000_000));
    assertFault(Fault.LIMIT_EXCEEDED, 64 * 5, "{\"a\":".repeat(65));
    assertEquals(3, read("[" + "[],".repeat(2) + "[]]").asArray("text").items().size());
  }
}
