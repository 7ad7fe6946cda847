package vail.json;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * Reads one JSON text (RFC 8259, F-27) in UTF-8, with nothing added and nothing forgiven: no
 * comments, no byte order mark, no field twice in an object, no half surrogates.
 */
public final class JsonReader {
  /** How many arrays and objects may stand in each other. */
  public static final int MAX_DEPTH = 64;

  private final JsonCursor cursor;
  private int depth;

  private JsonReader(MemorySegment text) {
    this.cursor = new JsonCursor(text);
  }

  /**
   * Reads a text that must be one value.
   *
   * @param text UTF-8
   * @throws VailFormatException TRUNCATED if the text ends within the value, TRAILING_DATA if it
   *     goes on after it, LIMIT_EXCEEDED beyond {@link #MAX_DEPTH}, else BAD_FIELD
   */
  public static JsonValue read(MemorySegment text) {
    JsonReader reader = new JsonReader(text);
    JsonValue value = reader.value();
    reader.cursor.skipSpace();
    if (!reader.cursor.atEnd()) {
      throw new VailFormatException(
          Fault.TRAILING_DATA, reader.cursor.at(), "the JSON text goes on after its value");
    }
    return value;
  }

  private JsonValue value() {
    cursor.skipSpace();
    long start = cursor.at();
    return switch (cursor.peek()) {
      case '{' -> object(start);
      case '[' -> array(start);
      case '"' -> new JsonString(JsonStringReader.read(cursor), start);
      case 't' -> literal("true", new JsonBoolean(true, start));
      case 'f' -> literal("false", new JsonBoolean(false, start));
      case 'n' -> literal("null", new JsonNull(start));
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(start);
      default -> throw cursor.unexpected("a value");
    };
  }

  private JsonObject object(long start) {
    enter(start);
    SequencedMap<String, JsonValue> fields = new LinkedHashMap<>();
    cursor.expect('{');
    cursor.skipSpace();
    if (!cursor.accept('}')) {
      do {
        field(fields);
        cursor.skipSpace();
      } while (goesOn('}'));
    }
    depth--;
    return new JsonObject(fields, start);
  }

  private void field(SequencedMap<String, JsonValue> fields) {
    cursor.skipSpace();
    long start = cursor.at();
    if (cursor.peek() != '"') {
      throw cursor.unexpected("the name of a field");
    }
    String name = JsonStringReader.read(cursor);
    cursor.skipSpace();
    cursor.expect(':');
    if (fields.putIfAbsent(name, value()) != null) {
      throw JsonCursor.bad(start, "field '" + name + "' stands twice in its object");
    }
  }

  private JsonArray array(long start) {
    enter(start);
    List<JsonValue> items = new ArrayList<>();
    cursor.expect('[');
    cursor.skipSpace();
    if (!cursor.accept(']')) {
      do {
        items.add(value());
        cursor.skipSpace();
      } while (goesOn(']'));
    }
    depth--;
    return new JsonArray(items, start);
  }

  private void enter(long start) {
    if (++depth > MAX_DEPTH) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED, start, "more than " + MAX_DEPTH + " arrays and objects nested");
    }
  }

  /** Whether a comma promises one more, rather than the end. */
  private boolean goesOn(char end) {
    if (cursor.accept(',')) {
      return true;
    }
    if (cursor.peek() != end) {
      throw cursor.unexpected("',' or '" + end + "'");
    }
    cursor.expect(end);
    return false;
  }

  private JsonValue literal(String word, JsonValue value) {
    for (int i = 0; i < word.length(); i++) {
      if (cursor.peek() != word.charAt(i)) {
        throw cursor.unexpected(word);
      }
      cursor.next();
    }
    return value;
  }

  private JsonNumber number(long start) {
    cursor.accept('-');
    if (!cursor.accept('0')) {
      digits();
    }
    if (cursor.accept('.')) {
      digits();
    }
    if (cursor.accept('e') || cursor.accept('E')) {
      if (!cursor.accept('+')) {
        cursor.accept('-');
      }
      digits();
    }
    return new JsonNumber(cursor.ascii(start), start);
  }

  private void digits() {
    if (!isDigit(cursor.peek())) {
      throw cursor.unexpected("a digit");
    }
    while (!cursor.atEnd() && isDigit(cursor.peek())) {
      cursor.next();
    }
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }
}
