package vail.sim.net;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonValue;

/**
 * Reads a topology of the user's own:
 *
 * <pre>
 * {"schema": "vail-topology/1", "dies": 3, "switches": 1, "links": [
 *   {"from": 0, "to": 3, "bytesPerSecond": 50000000000, "latencyPs": 500000, "oneWay": false}, …]}
 * </pre>
 *
 * <p>Nodes are numbered from 0, switches after dies. Rate and latency may be left out for those
 * given elsewhere; a link goes both ways unless it says otherwise.
 */
public final class GraphFile {
  private static final String SCHEMA = "vail-topology/1";
  private static final int MOST_NODES = 1 << 14;
  private static final long MOST_RATE = 1_000_000_000_000_000L;
  private static final long MOST_LATENCY = 1_000_000_000_000_000L;

  private GraphFile() {}

  /**
   * Reads a file.
   *
   * @param name of the topology
   * @param text JSON
   * @param usual what a link is that does not say it
   * @throws VailFormatException where something is wrong, and what
   */
  public static Graph read(String name, MemorySegment text, Link usual) {
    JsonObject root = JsonReader.read(text).asObject("the topology");
    JsonValue schema = root.field("schema");
    if (!schema.asString("field 'schema'").equals(SCHEMA)) {
      throw new VailFormatException(
          Fault.UNSUPPORTED_VERSION, schema.at(), "a topology has the schema " + SCHEMA);
    }
    root.only("the topology", List.of("schema", "dies", "switches", "links"));
    int dies = (int) root.field("dies").asLong("field 'dies'", 1, MOST_NODES);
    long switches =
        root.find("switches").map(v -> v.asLong("field 'switches'", 0, MOST_NODES)).orElse(0L);
    int nodes = dies + (int) switches;
    Map<Long, Graph.Edge> edges = new LinkedHashMap<>();
    for (JsonValue item : root.array("links").items()) {
      add(edges, item.asObject("a link"), nodes, usual);
    }
    try {
      return new Graph(name, dies, nodes, List.copyOf(edges.values()));
    } catch (IllegalArgumentException e) {
      throw new VailFormatException(
          Fault.BAD_FIELD, root.field("links").at(), String.valueOf(e.getMessage()));
    }
  }

  private static void add(Map<Long, Graph.Edge> edges, JsonObject object, int nodes, Link usual) {
    object.only("a link", List.of("from", "to", "bytesPerSecond", "latencyPs", "oneWay"));
    int from = (int) object.field("from").asLong("field 'from'", 0, nodes - 1);
    JsonValue end = object.field("to");
    int to = (int) end.asLong("field 'to'", 0, nodes - 1);
    if (from == to) {
      throw new VailFormatException(
          Fault.BAD_FIELD, end.at(), "a link has two ends, not node " + to + " twice");
    }
    Link link =
        new Link(
            object
                .find("bytesPerSecond")
                .map(v -> Rate.ofBytesPerSecond(v.asLong("field 'bytesPerSecond'", 1, MOST_RATE)))
                .orElse(usual.rate()),
            object
                .find("latencyPs")
                .map(v -> v.asLong("field 'latencyPs'", 0, MOST_LATENCY))
                .orElse(usual.latency()),
            usual.flit(),
            usual.clock());
    add(edges, new Graph.Edge(from, to, link), end.at());
    if (!object.find("oneWay").map(v -> v.asBoolean("field 'oneWay'")).orElse(false)) {
      add(edges, new Graph.Edge(to, from, link), end.at());
    }
  }

  /** Of two links with the same ends one would carry nothing. */
  private static void add(Map<Long, Graph.Edge> edges, Graph.Edge edge, long at) {
    if (edges.putIfAbsent((long) edge.from() << Integer.SIZE | edge.to(), edge) != null) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          at,
          "there is a link from %d to %d already; one of their rates together does the same"
              .formatted(edge.from(), edge.to()));
    }
  }
}
