package vail.cli.sim;

import java.util.List;
import java.util.OptionalDouble;
import vail.cli.Names;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.sim.net.Axis;
import vail.sim.net.Grid;
import vail.sim.net.Link;
import vail.sim.net.Topology;

/** All answers as one JSON document. */
final class JsonReport {
  private static final String SCHEMA = "vail-sim/1";

  private JsonReport() {}

  static JsonObject of(Findings findings) {
    return JsonObject.builder()
        .put("schema", SCHEMA)
        .put("inputs", inputs(findings))
        .put("rows", JsonArray.of(findings.rows().stream().map(row -> row(findings, row)).toList()))
        .put("averageBusbwGBps", findings.averageBusBandwidth())
        .build();
  }

  private static JsonObject inputs(Findings findings) {
    Setup setup = findings.setup();
    return JsonObject.builder()
        .put("mode", findings.mode())
        .put("topology", setup.topology().name())
        .put("dies", setup.dies())
        .put("subChunks", setup.lanes())
        .put("relay", Names.of(setup.relay()))
        .put("type", findings.type())
        .put("links", links(setup.topology()))
        .build();
  }

  /** One an axis; of a topology of the user's own the file says it. */
  private static JsonArray links(Topology topology) {
    return topology instanceof Grid grid
        ? JsonArray.of(grid.axes().stream().map(JsonReport::link).toList())
        : JsonArray.of(List.of());
  }

  private static JsonObject link(Axis axis) {
    Link link = axis.link();
    return JsonObject.builder()
        .put("kind", Names.of(axis.kind()))
        .put("size", axis.size())
        .put("bytesPerSecond", link.rate().bytesPerSecond())
        .put("latencyNs", link.latency() / 1e3)
        .put("flitBytes", link.flit().bytes())
        .build();
  }

  private static JsonObject row(Findings findings, Row row) {
    Setup setup = findings.setup();
    JsonObject.Builder object =
        JsonObject.builder()
            .put("sizeBytes", row.size())
            .put("collective", Names.of(setup.collective()))
            .put("algorithm", setup.algorithm().name())
            .put("dies", setup.dies())
            .put("codec", row.codec())
            .put("timeUs", row.microseconds())
            .put("timePs", row.time())
            .put("algbwGBps", row.algbw())
            .put("busbwGBps", row.busbw(setup.collective(), setup.dies()));
    row.work().ifPresent(work -> add(object, row, work));
    add(object, "speedUpVsNone", findings.speedUp(row, "none"));
    add(object, "speedUpVsThree", findings.speedUp(row, "three"));
    return object.build();
  }

  private static void add(JsonObject.Builder object, Row row, Row.Work work) {
    object
        .put("wireBytes", work.wireBytes())
        .put("ratio", work.ratio())
        .put("wirebwGBps", row.wirebw())
        .put("encodeUs", work.encode() / 1e6)
        .put("decodeUs", work.decode() / 1e6);
    work.exposed().ifPresent(time -> object.put("exposedUs", time / 1e6));
    object.put("bound", work.bound()).put("sha256", work.digest());
  }

  private static void add(JsonObject.Builder object, String name, OptionalDouble value) {
    value.ifPresent(number -> object.put(name, number));
  }
}
