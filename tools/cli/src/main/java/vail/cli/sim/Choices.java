package vail.cli.sim;

import java.util.Arrays;
import java.util.List;
import vail.cli.Names;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.sim.algo.Algorithms;
import vail.sim.net.Preset;
import vail.sim.plan.Collective;

/** What can be chosen on a page. */
final class Choices {
  private static final double PS_A_NS = 1e3;

  private Choices() {}

  /**
   * All of it.
   *
   * @param limits of what is run with real values, which pages tell before it is
   */
  static JsonObject json(JsonObject limits) {
    return JsonObject.builder()
        .put("collectives", array(Arrays.stream(Collective.values()).map(Choices::json).toList()))
        .put("presets", array(Preset.all().stream().map(Choices::json).toList()))
        .put("limits", limits)
        .build();
  }

  private static JsonArray array(List<JsonObject> objects) {
    return JsonArray.of(objects);
  }

  private static JsonObject json(Collective collective) {
    return JsonObject.builder()
        .put("name", Names.of(collective))
        .put(
            "algorithms",
            JsonArray.of(
                Algorithms.doing(collective).stream()
                    .map(family -> JsonValue.of(family.name()))
                    .toList()))
        .build();
  }

  private static JsonObject json(Preset preset) {
    JsonObject.Builder object =
        JsonObject.builder()
            .put("name", preset.name())
            .put("rateGBps", preset.rate().bytesPerSecond() / 1e9)
            .put("note", preset.note());
    preset.latency().ifPresent(latency -> object.put("latencyNs", latency / PS_A_NS));
    return object.build();
  }
}
