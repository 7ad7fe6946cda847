package vail.cli.reproduce.grid;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vail.json.JsonObject;
import vail.json.JsonValue;

/**
 * What a recording says about a tensor, or what its name suggests.
 *
 * @param kind what it is in the model
 * @param layer of the model, if it has one
 * @param format of its values if the data type does not tell, else empty
 * @param shardAxis the axis it is cut along
 * @param shards how many shards it has
 */
public record TensorLabel(
    String kind, OptionalInt layer, String format, int shardAxis, int shards) {
  private static final int DEFAULT_SHARDS = 64;
  private static final int MAX_SHARDS = 65_536;
  private static final int MAX_LAYER = 1_000_000;

  /** The first number between two dots is the layer. */
  private static final Pattern LAYERED = Pattern.compile("(?:.*?\\.)??(\\d{1,6})\\.(.+)");

  /** What the metadata of a recording says. */
  static TensorLabel of(String name, JsonObject said) {
    TensorLabel guess = of(name);
    return new TensorLabel(
        // Beside a format the kind names the values it was made from; the name tells them apart.
        said.find("format").isPresent()
            ? guess.kind
            : said.find("kind").map(kind -> kind.asString("kind")).orElse(guess.kind),
        layer(said, guess),
        said.find("format").map(format -> format.asString("format")).orElse(""),
        said.find("shard_axis").map(axis -> number(axis, "shard_axis", 0, 64)).orElse(0),
        said.find("shards").map(n -> number(n, "shards", 1, MAX_SHARDS)).orElse(DEFAULT_SHARDS));
  }

  /** What a name like {@code model.layers.7.mlp.up_proj.weight} suggests: 64 shards of rows. */
  static TensorLabel of(String name) {
    Matcher layered = LAYERED.matcher(name);
    return layered.matches()
        ? new TensorLabel(
            layered.group(2),
            OptionalInt.of(Integer.parseInt(layered.group(1))),
            "",
            0,
            DEFAULT_SHARDS)
        : new TensorLabel(name, OptionalInt.empty(), "", 0, DEFAULT_SHARDS);
  }

  private static OptionalInt layer(JsonObject said, TensorLabel guess) {
    return said.find("layer")
        .map(layer -> OptionalInt.of(number(layer, "layer", 0, MAX_LAYER)))
        .orElse(guess.layer);
  }

  private static int number(JsonValue value, String name, int least, int most) {
    return (int) value.asLong("field '" + name + "'", least, most);
  }
}
