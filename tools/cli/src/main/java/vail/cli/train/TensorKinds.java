package vail.cli.train;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonString;
import vail.json.JsonValue;

/**
 * Which tensors are of one kind: the {@code kind} in the JSON that a file's metadata keep under the
 * tensor's name, else the name without the numbers of layers and what stands before them.
 */
public final class TensorKinds {
  private static final Pattern DOT = Pattern.compile("\\.");
  private static final Pattern LAYER = Pattern.compile("(?:[a-z]*(?:layer|block|h|l)s?_?)?[0-9]+");

  private final Map<String, String> tagged;

  private TensorKinds(Map<String, String> tagged) {
    this.tagged = tagged;
  }

  /** By names alone. */
  public static TensorKinds ofNames() {
    return new TensorKinds(Map.of());
  }

  /** By the header of a safetensors file, then by names. */
  static TensorKinds of(JsonObject header) {
    Map<String, String> tagged = new HashMap<>();
    if (header.find("__metadata__").orElse(header) instanceof JsonObject metadata) {
      metadata.fields().forEach((name, value) -> tag(name, value, tagged));
    }
    return new TensorKinds(tagged);
  }

  /** The kind of a tensor, e.g. {@code mlp.up_proj.weight}. */
  public String of(String tensor) {
    return tagged.getOrDefault(tensor, byName(tensor));
  }

  private static void tag(String name, JsonValue value, Map<String, String> tagged) {
    if (value instanceof JsonString text && text.text().startsWith("{")) {
      try {
        MemorySegment bytes = MemorySegment.ofArray(text.text().getBytes(StandardCharsets.UTF_8));
        JsonReader.read(bytes)
            .asObject("a tag")
            .find("kind")
            .ifPresent(kind -> tagged.put(name, kind.asString("field 'kind'")));
      } catch (VailFormatException e) {
        // Metadata are free text; what is no JSON says nothing of kinds.
      }
    }
  }

  private static String byName(String tensor) {
    List<String> kept = new ArrayList<>();
    boolean inLayer = false;
    for (String part : DOT.splitAsStream(tensor).toList()) {
      if (!LAYER.matcher(part).matches()) {
        kept.add(part);
      } else if (!inLayer) {
        kept.clear();
        inLayer = true;
      }
    }
    return kept.isEmpty() ? tensor : String.join(".", kept);
  }
}
