package vail.conform.vector;

import java.util.Map;
import java.util.function.Function;
import vail.json.JsonObject;
import vail.json.JsonValue;

/**
 * How the bytes of one file of vectors are written and read.
 *
 * @param catalogue what recipes refer to
 * @param stored gives the bytes of a file of data by name
 * @param files receives the files of data that are written, by name
 */
record DataForm(Catalogue catalogue, Function<String, byte[]> stored, Map<String, byte[]> files) {
  JsonObject write(Data data) {
    return DataJson.write(data, files);
  }

  Data read(JsonValue value) {
    return DataJson.read(value, catalogue, stored);
  }
}
