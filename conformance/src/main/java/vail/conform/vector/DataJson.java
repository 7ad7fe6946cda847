package vail.conform.vector;

import java.util.Map;
import java.util.function.Function;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** Bytes in a file of vectors: in hexadecimal, as a recipe, or in a file of their own. */
final class DataJson {
  /** Up to here bytes stand where they are used. */
  static final int MOST_INLINE = 1024;

  private DataJson() {}

  /**
   * Writes bytes.
   *
   * @param files receives what gets a file of its own, by name
   */
  static JsonObject write(Data data, Map<String, byte[]> files) {
    JsonObject.Builder out = JsonObject.builder();
    if (data.size() <= MOST_INLINE) {
      out.put("hex", data.hex());
    } else if (data.recipe().isEmpty()) {
      String name = "data/" + data.sha256().substring(0, 16) + ".bin";
      files.put(name, data.bytes());
      out.put("file", name).put("bytes", data.size()).put("sha256", data.sha256());
    }
    data.recipe().ifPresent(recipe -> out.put("recipe", write(data, recipe)));
    return out.build();
  }

  private static JsonObject write(Data data, Recipe recipe) {
    JsonObject.Builder out = JsonObject.builder();
    switch (recipe) {
      case Recipe.Draw draw ->
          out.put("generator", "draw/1").put("seed", hex(draw.seed())).put("params", params(draw));
      case Recipe.Cycle cycle ->
          out.put("generator", "cycle/1").put("seed", hex(0)).put("params", params(cycle));
    }
    return out.put("sha256", data.sha256()).build();
  }

  private static JsonObject params(Recipe.Draw draw) {
    return JsonObject.builder()
        .put("count", draw.count())
        .put("table", draw.table().name())
        .put("shift", draw.shift())
        .build();
  }

  private static JsonObject params(Recipe.Cycle cycle) {
    return JsonObject.builder().put("count", cycle.count()).put("cycle", cycle.cycle()).build();
  }

  /**
   * Reads bytes.
   *
   * @param files gives the bytes of a file by name
   * @throws VailFormatException CHECKSUM where bytes are not those that are told
   */
  static Data read(JsonValue value, Catalogue catalogue, Function<String, byte[]> files) {
    return Fields.read(
        value,
        "data",
        fields -> {
          if (fields.has("recipe")) {
            Data made = recipe(fields.take("recipe"), catalogue);
            if (made.size() <= MOST_INLINE) {
              check(Data.ofHex(fields.string("hex")), made.sha256(), value.at());
            }
            return made;
          }
          if (fields.has("hex")) {
            return Data.ofHex(fields.string("hex"));
          }
          Data data = Data.of(files.apply(fields.string("file")));
          fields.integer("bytes", data.size(), data.size());
          check(data, fields.string("sha256"), value.at());
          return data;
        });
  }

  private static Data recipe(JsonValue value, Catalogue catalogue) {
    return Fields.read(
        value,
        "recipe",
        fields -> {
          String generator = fields.string("generator");
          long seed = fields.word("seed");
          Recipe recipe =
              Fields.read(
                  fields.take("params"),
                  "params",
                  params -> recipe(generator, seed, params, catalogue));
          Data data = Data.of(recipe);
          check(data, fields.string("sha256"), value.at());
          return data;
        });
  }

  private static Recipe recipe(String generator, long seed, Fields params, Catalogue catalogue) {
    int count = params.integer("count", 0, 1 << 24);
    return switch (generator) {
      case "draw/1" ->
          new Recipe.Draw(
              seed,
              count,
              catalogue.table(params.string("table")),
              params.integer("shift", 0, 254));
      case "cycle/1" -> new Recipe.Cycle(count, params.string("cycle"));
      default -> throw new IllegalArgumentException("no generator is called " + generator);
    };
  }

  private static void check(Data data, String sha256, long at) {
    if (!data.sha256().equals(sha256)) {
      throw new VailFormatException(Fault.CHECKSUM, at, "the bytes are " + data);
    }
  }

  static String hex(long word) {
    return Text.of("%016x", word);
  }
}
