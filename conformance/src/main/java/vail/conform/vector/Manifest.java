package vail.conform.vector;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonValue;
import vail.json.JsonWriter;

/**
 * What a set consists of, so that a damaged or mixed one is refused.
 *
 * @param suite version of the suite: major where an expectation has changed, minor where vectors
 *     were added
 * @param spec version of the specification
 * @param generator name and version of what made the set
 * @param prng how random numbers were drawn
 * @param licence SPDX
 * @param coverage what the vectors cover, as it was measured
 * @param files all files but this one, by path
 */
public record Manifest(
    String suite,
    String spec,
    String generator,
    String prng,
    String licence,
    JsonObject coverage,
    List<Entry> files) {
  /** The file it stands in. */
  public static final String NAME = "manifest.json";

  private static final String SCHEMA = "vail-vector-manifest/1";

  /**
   * A file of the set.
   *
   * @param path relative, with slashes
   * @param level the first level that needs it
   * @param bytes its size
   * @param count vectors in it
   * @param sha256 64 hexadecimal digits
   */
  public record Entry(String path, Level level, long bytes, int count, String sha256) {}

  /** Takes a copy. */
  public Manifest {
    files = List.copyOf(files);
  }

  /** Vectors of a level, those of the levels before included. */
  public int count(Level level) {
    return files.stream()
        .filter(file -> file.level.compareTo(level) <= 0)
        .mapToInt(Entry::count)
        .sum();
  }

  byte[] toBytes() {
    JsonObject.Builder counts = JsonObject.builder();
    for (Level level : List.of(Level.SMOKE, Level.CORE)) {
      counts.put(level.label(), count(level));
    }
    JsonObject json =
        JsonObject.builder()
            .put("schema", SCHEMA)
            .put("suite", suite)
            .put("spec", spec)
            .put("generator", generator)
            .put("prng", prng)
            .put("licence", licence)
            .put("counts", counts.build())
            .put("coverage", coverage)
            .put("files", JsonArray.of(files.stream().map(Manifest::json).toList()))
            .build();
    return JsonWriter.indented(json).getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject json(Entry file) {
    return JsonObject.builder()
        .put("path", file.path)
        .put("level", file.level.label())
        .put("bytes", file.bytes)
        .put("count", file.count)
        .put("sha256", file.sha256)
        .build();
  }

  static Manifest read(byte[] bytes) {
    return Fields.read(
        JsonReader.read(MemorySegment.ofArray(bytes)),
        NAME,
        fields -> {
          Lines.checkSchema(fields, SCHEMA);
          Manifest manifest =
              new Manifest(
                  fields.string("suite"),
                  fields.string("spec"),
                  fields.string("generator"),
                  fields.string("prng"),
                  fields.string("licence"),
                  fields.take("coverage").asObject("coverage"),
                  fields.list("files", file -> Fields.read(file, "file", Manifest::entry)));
          manifest.checkCounts(fields.take("counts"));
          return manifest;
        });
  }

  private void checkCounts(JsonValue counts) {
    Fields.read(
        counts,
        "counts",
        fields ->
            List.of(Level.SMOKE, Level.CORE).stream()
                .mapToInt(
                    level -> fields.integer(level.label(), this.count(level), this.count(level)))
                .sum());
  }

  private static Entry entry(Fields fields) {
    return new Entry(
        fields.string("path"),
        fields.label("level", Level.class),
        fields.number("bytes"),
        fields.integer("count", 0, Integer.MAX_VALUE),
        fields.string("sha256"));
  }
}
