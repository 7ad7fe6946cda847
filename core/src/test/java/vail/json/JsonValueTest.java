package vail.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import vail.fault.Fault;
import vail.fault.VailFormatException;

class JsonValueTest {
  private static final JsonObject OBJECT =
      JsonReaderTest.read(
              "{\"slot\":300,\"name\":\"a\",\"half\":0.5,\"list\":[1,2],\"on\":true,"
                  + "\"huge\":1e999,\"long\":9223372036854775808,\"none\":null}")
          .asObject("text");

  private static void assertMessage(String message, Executable access) {
    VailFormatException thrown = assertThrows(VailFormatException.class, access);
    assertEquals(Fault.BAD_FIELD, thrown.fault());
    assertEquals("fault 5 BAD_FIELD at byte " + message, thrown.getMessage());
  }

  @Test
  void givesFieldsAsTheirKind() {
    assertEquals(300, OBJECT.integer("slot", 0, 300));
    assertEquals("a", OBJECT.string("name"));
    assertEquals(0.5, OBJECT.number("half"));
    assertEquals(300.0, OBJECT.number("slot"));
    assertTrue(OBJECT.bool("on"));
    assertArrayEquals(new long[] {1, 2}, OBJECT.integers("list", 2, 1, 2));
    assertTrue(OBJECT.find("other").isEmpty());
  }

  @Test
  void saysWhichFieldIsWrongAndWhere() {
    assertMessage("0: field 'x' is missing", () -> OBJECT.string("x"));
    assertMessage(
        "8: field 'slot' must be a whole number, 1 to 254, not 300",
        () -> OBJECT.integer("slot", 1, 254));
    assertMessage(
        "8: field 'slot' must be a string, not the number 300", () -> OBJECT.string("slot"));
    assertMessage("19: field 'name' must be an object, not a string", () -> OBJECT.object("name"));
    assertMessage(
        "30: field 'half' must be a whole number, 0 to 1, not 0.5",
        () -> OBJECT.integer("half", 0, 1));
    assertMessage(
        "41: field 'list' must have 3 items, not 2", () -> OBJECT.integers("list", 3, 0, 9));
    assertMessage(
        "44: item 1 of field 'list' must be a whole number, 0 to 1, not 2",
        () -> OBJECT.integers("list", 2, 0, 1));
    assertMessage("52: field 'on' must be a number, not true", () -> OBJECT.number("on"));
    assertMessage(
        "64: field 'huge' must be a number that fits 64 bits, not 1e999",
        () -> OBJECT.number("huge"));
    assertMessage(
        "77: field 'long' must be a whole number, 0 to 9223372036854775807,"
            + " not 9223372036854775808",
        () -> OBJECT.integer("long", 0, Long.MAX_VALUE));
    assertMessage("104: field 'none' must be true or false, not null", () -> OBJECT.bool("none"));
    assertMessage("0: the text must be an array, not an object", () -> OBJECT.asArray("the text"));
  }

  @Test
  void rejectsTextThatIsNoNumber() {
    for (String text : new String[] {"", "-", "01", "1.", "NaN", "0x1", "١"}) {
      assertThrows(IllegalArgumentException.class, () -> new JsonNumber(text, 0), text);
    }
  }

  @Test
  void rejectsAFieldBuiltTwice() {
    JsonObject.Builder builder = JsonObject.builder().put("a", 1);
    assertThrows(IllegalArgumentException.class, () -> builder.put("a", 2));
  }
}
