package vail.cli.container;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import vail.cli.Units;
import vail.json.JsonObject;
import vail.json.JsonValue;

/**
 * What {@code offload} says at its end.
 *
 * @param <T> what the device tells of its work
 */
record OffloadReport<T>(
    String device,
    Path in,
    Path out,
    CostReport<T> costs,
    Offloading<T> encode,
    Offloading<T> decode) {
  /** With the place of the first byte that came back wrong. */
  String text(OptionalLong difference) {
    return costs.table(encode, decode)
        + line("encode", encode)
        + line("decode", decode)
        + Units.printable(in + " -> " + out)
        + ": "
        + (difference.isEmpty()
            ? "came back bit for bit"
            : "DIFFERS from byte " + difference.getAsLong() + " on")
        + "\n";
  }

  private String line(String name, Offloading<T> way) {
    return String.format(
        Locale.ROOT,
        "%s: %s; %s took %.2f s (%s) of %.2f s,"
            + " and of its caller's processor %.2f s (%s, %.1f us a block)%n",
        name,
        costs.words(way),
        device,
        way.deviceSeconds(),
        Units.rate(way.symbols(), way.deviceSeconds()),
        way.seconds(),
        way.processorSeconds(),
        Units.rate(way.symbols(), way.processorSeconds()),
        1e6 * way.processorSeconds() / Math.max(1, way.blocks()));
  }

  JsonValue json(OptionalLong difference) {
    JsonObject.Builder document =
        JsonObject.builder()
            .put("schema", "vail-offload/1")
            .put("original", in.toString())
            .put("file", out.toString())
            .put("backend", device);
    costs.addTo(document);
    return document
        .put("same", difference.isEmpty())
        .put("encode", json(encode))
        .put("decode", json(decode))
        .build();
  }

  private JsonObject json(Offloading<T> way) {
    JsonObject.Builder document =
        JsonObject.builder().put("blocks", way.blocks()).put("symbols", way.symbols());
    costs.addTo(document, way);
    return document
        .put("deviceSeconds", Units.rounded(way.deviceSeconds()))
        .put("processorSeconds", Units.rounded(way.processorSeconds()))
        .put("seconds", Units.rounded(way.seconds()))
        .build();
  }
}
