package vail.code;

import java.lang.foreign.MemorySegment;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonValue;

/** What the JSON files of this room have in common. */
final class JsonFiles {
  private JsonFiles() {}

  /**
   * Reads the object that such a file is.
   *
   * @param schema the name and version it must bear, e.g. {@code vail-books/1}
   * @throws VailFormatException LIMIT_EXCEEDED, BAD_MAGIC (another schema), UNSUPPORTED_VERSION
   *     (another version of this schema) or a fault of the JSON text
   */
  static JsonObject read(MemorySegment text, Limits limits, String schema) {
    if (text.byteSize() > limits.directoryBytes()) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          limits.directoryBytes(),
          text.byteSize() + " bytes of JSON, " + limits.directoryBytes() + " are granted");
    }
    JsonObject file = JsonReader.read(text).asObject("the file");
    JsonValue found = file.field("schema");
    String name = found.asString("field 'schema'");
    if (!name.equals(schema)) {
      boolean otherVersion = name.startsWith(schema.substring(0, schema.indexOf('/') + 1));
      throw new VailFormatException(
          otherVersion ? Fault.UNSUPPORTED_VERSION : Fault.BAD_MAGIC,
          found.at(),
          "the schema must be " + schema + ", not " + name);
    }
    return file;
  }
}
