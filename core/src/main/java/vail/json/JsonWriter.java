package vail.json;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON in two forms, each of which is the only one for its value: fields keep their order,
 * numbers their digits, and only what must be escaped is (the quote, the backslash and U+0000 to
 * U+001F).
 */
public final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private final Form form;

  private JsonWriter(Form form) {
    this.form = form;
  }

  private enum Form {
    COMPACT,
    INDENTED
  }

  /** Without any space: for machines. */
  public static String compact(JsonValue value) {
    JsonWriter writer = new JsonWriter(Form.COMPACT);
    writer.value(value, 0);
    return writer.out.toString();
  }

  /**
   * For people: each field and each item on a line of its own, two spaces deeper than what holds
   * it; arrays without arrays or objects in them stay on one line; an end of line at the end.
   */
  public static String indented(JsonValue value) {
    JsonWriter writer = new JsonWriter(Form.INDENTED);
    writer.value(value, 0);
    return writer.out.append('\n').toString();
  }

  private void value(JsonValue value, int depth) {
    switch (value) {
      case JsonObject object -> object(object, depth);
      case JsonArray array -> array(array, depth);
      case JsonString string -> string(string.text());
      case JsonNumber number -> out.append(number.text());
      case JsonBoolean bool -> out.append(bool.value());
      case JsonNull none -> out.append("null");
    }
  }

  private void object(JsonObject object, int depth) {
    Iterator<Map.Entry<String, JsonValue>> fields = object.fields().entrySet().iterator();
    out.append('{');
    while (fields.hasNext()) {
      Map.Entry<String, JsonValue> field = fields.next();
      breakLine(depth + 1);
      string(field.getKey());
      out.append(form == Form.COMPACT ? ":" : ": ");
      value(field.getValue(), depth + 1);
      out.append(fields.hasNext() ? "," : "");
    }
    if (!object.fields().isEmpty()) {
      breakLine(depth);
    }
    out.append('}');
  }

  private void array(JsonArray array, int depth) {
    boolean tall = array.items().stream().anyMatch(JsonWriter::holdsValues);
    List<JsonValue> items = array.items();
    out.append('[');
    for (int i = 0; i < items.size(); i++) {
      if (tall) {
        breakLine(depth + 1);
      }
      value(items.get(i), depth + 1);
      out.append(i + 1 < items.size() ? "," : "");
    }
    if (tall) {
      breakLine(depth);
    }
    out.append(']');
  }

  private static boolean holdsValues(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  private void breakLine(int depth) {
    if (form == Form.INDENTED) {
      out.append('\n').repeat("  ", depth);
    }
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      character(text.charAt(i));
    }
    out.append('"');
  }

  private void character(char character) {
    switch (character) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (character < ' ') {
          out.append("\\u00")
              .append(character >>> 4)
              .append(Character.forDigit(character & 15, 16));
        } else {
          out.append(character);
        }
      }
    }
  }
}
