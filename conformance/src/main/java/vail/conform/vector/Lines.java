package vail.conform.vector;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonWriter;

/** Files that are one JSON object with one long list: an item a line, so that people can look. */
final class Lines {
  private Lines() {}

  /**
   * The only form of such a file.
   *
   * @param head the fields before the list
   * @param name of the list
   */
  static byte[] write(JsonObject.Builder head, String name, List<JsonObject> items) {
    String empty = JsonWriter.compact(head.put(name, JsonArray.of(List.of())).build());
    String body =
        items.stream().map(JsonWriter::compact).collect(Collectors.joining(",\n", "\n", "\n"));
    // The empty list is the end of the text: []}
    return (empty.substring(0, empty.length() - 2) + body + "]}\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  static void checkSchema(Fields fields, String schema) {
    String found = fields.string("schema");
    if (!found.equals(schema)) {
      throw new IllegalArgumentException("the schema must be " + schema + ", not " + found);
    }
  }
}
