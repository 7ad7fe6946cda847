package vail.json;

import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * One JSON value and the byte of the input it starts at (0 if it was built, not read).
 *
 * <p>The {@code as…} methods take the value for what it should be; their argument {@code what}
 * names it in the message, e.g. {@code field 'slot'}.
 */
public sealed interface JsonValue
    permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {
  /** The first byte of the value in the input. */
  long at();

  /** A string. */
  static JsonValue of(String text) {
    return new JsonString(text, 0);
  }

  /** A whole number. */
  static JsonValue of(long number) {
    return new JsonNumber(Long.toString(number), 0);
  }

  /**
   * A number.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  static JsonValue of(double number) {
    return new JsonNumber(Double.toString(number), 0);
  }

  /** True or false. */
  static JsonValue of(boolean value) {
    return new JsonBoolean(value, 0);
  }

  /**
   * This value as an object.
   *
   * @throws VailFormatException BAD_FIELD if it is something else, as do the methods below
   */
  default JsonObject asObject(String what) {
    if (this instanceof JsonObject object) {
      return object;
    }
    throw wrong(what, "an object");
  }

  /** This value as an array. */
  default JsonArray asArray(String what) {
    if (this instanceof JsonArray array) {
      return array;
    }
    throw wrong(what, "an array");
  }

  /** This value as a string. */
  default String asString(String what) {
    if (this instanceof JsonString string) {
      return string.text();
    }
    throw wrong(what, "a string");
  }

  /** This value as a boolean. */
  default boolean asBoolean(String what) {
    if (this instanceof JsonBoolean bool) {
      return bool.value();
    }
    throw wrong(what, "true or false");
  }

  /** This value as a whole number in a range, both ends included; 1.0 and 1e2 are not whole. */
  default long asLong(String what, long least, long most) {
    if (this instanceof JsonNumber number) {
      return number.toLong(what, least, most);
    }
    throw wrong(what, "a whole number");
  }

  /** This value as a finite number. */
  default double asDouble(String what) {
    if (this instanceof JsonNumber number) {
      return number.toDouble(what);
    }
    throw wrong(what, "a number");
  }

  private VailFormatException wrong(String what, String expected) {
    String found =
        switch (this) {
          case JsonObject o -> "an object";
          case JsonArray a -> "an array";
          case JsonString s -> "a string";
          case JsonNumber n -> "the number " + n.text();
          case JsonBoolean b -> Boolean.toString(b.value());
          case JsonNull n -> "null";
        };
    return new VailFormatException(
        Fault.BAD_FIELD, at(), what + " must be " + expected + ", not " + found);
  }
}
