package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import vail.cli.Names;
import vail.json.JsonArray;
import vail.json.JsonNull;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.sim.algo.Pair;
import vail.sim.model.Service;
import vail.sim.net.Axis;
import vail.sim.net.Grid;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Topology;

/** All that decides an answer, after presets and defaults were put in. */
final class Inputs {
  private Inputs() {}

  static JsonObject of(Findings findings) {
    Setup setup = findings.setup();
    JsonObject.Builder inputs =
        JsonObject.builder()
            .put("mode", findings.mode())
            .put("collective", Names.of(setup.collective()))
            .put("algorithm", setup.algorithm().name());
    if (setup.algorithm() instanceof Pair pair) {
      inputs.put("from", pair.from()).put("to", pair.to());
    }
    findings.values().ifPresent(values -> inputs.put("values", values));
    return inputs
        .put("topology", setup.topology().name())
        .put("dies", setup.dies())
        .put("subChunks", setup.lanes())
        .put("relay", Names.of(setup.relay()))
        .put("type", findings.type())
        .put("elementBytes", setup.elementBytes())
        .put("operation", findings.operation())
        .put("links", links(setup.topology()))
        .put("codec", codec(setup))
        .put("reduce", service(setup.die().reduce()))
        .put("energy", energy(findings.energy()))
        .build();
  }

  /** One an axis; of a topology of the user's own each of them. */
  private static JsonArray links(Topology topology) {
    List<JsonObject> links = new ArrayList<>();
    if (topology instanceof Grid grid) {
      for (Axis axis : grid.axes()) {
        JsonObject.Builder object =
            JsonObject.builder().put("kind", Names.of(axis.kind())).put("size", axis.size());
        links.add(add(object, axis.link()).build());
      }
      return JsonArray.of(links);
    }
    for (int node = 0; node < topology.nodes(); node++) {
      for (int port = 0; port < topology.ports(node); port++) {
        JsonObject.Builder object =
            JsonObject.builder().put("from", node).put("to", topology.neighbour(node, port));
        links.add(add(object, topology.link(node, port)).build());
      }
    }
    return JsonArray.of(links);
  }

  private static JsonObject.Builder add(JsonObject.Builder object, Link link) {
    return object
        .put("bytesPerSecond", link.rate().bytesPerSecond())
        .put("latencyNs", link.latency() / 1e3)
        .put("flitBytes", link.flit().bytes())
        .put("flitPayload", link.flit().payload())
        .put("clock", Names.of(link.clock()));
  }

  private static JsonObject codec(Setup setup) {
    return JsonObject.builder()
        .put("ratio", setup.coding().ratio().doubleValue())
        .put("ratioOfOwnBook", setup.coding().ownRatio().doubleValue())
        .put("codebookBytes", setup.coding().book())
        .put("histogram", service(setup.die().histogram()))
        .put("tree", service(setup.die().tree()))
        .put("encode", service(setup.die().encode()))
        .put("decode", service(setup.die().decode()))
        .build();
  }

  /** A rate without bound is null. */
  private static JsonObject service(Service service) {
    JsonObject.Builder object =
        JsonObject.builder()
            .put("units", service.units())
            .put("latencyNs", service.latency() / 1e3);
    return service.rate().equals(Rate.UNBOUNDED)
        ? object.put("bytesPerSecond", nothing()).build()
        : object.put("bytesPerSecond", service.rate().bytesPerSecond()).build();
  }

  /** What nobody gave is null. */
  private static JsonObject energy(Energy energy) {
    JsonObject.Builder object = JsonObject.builder();
    energy
        .wire()
        .ifPresentOrElse(pj -> object.put("pjPerBit", pj), () -> object.put("pjPerBit", nothing()));
    energy
        .codec()
        .ifPresentOrElse(
            pj -> object.put("codecPjPerBit", pj), () -> object.put("codecPjPerBit", nothing()));
    return object.build();
  }

  private static JsonValue nothing() {
    return new JsonNull(0);
  }
}
