package vail.code;

import java.lang.foreign.MemorySegment;
import java.util.List;
import vail.fault.Limits;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.json.JsonWriter;

/** Counts to train books from: JSON of the schema {@code vail-histogram/1} (C-12). */
public final class HistogramFile {
  /** Name and version of the schema. */
  public static final String SCHEMA = "vail-histogram/1";

  private HistogramFile() {}

  /**
   * Reads all histograms of a file, in its order.
   *
   * @param text UTF-8
   * @param limits how many bytes in all
   * @throws vail.fault.VailFormatException with the byte of the field at fault: those of {@link
   *     vail.json.JsonReader}, BAD_MAGIC or UNSUPPORTED_VERSION (schema), LIMIT_EXCEEDED, BAD_FIELD
   */
  public static List<NamedHistogram> read(MemorySegment text, Limits limits) {
    return JsonFiles.read(text, limits, SCHEMA).array("histograms").items().stream()
        .map(HistogramFile::histogram)
        .toList();
  }

  /** The text of a file: the same histograms always give the same text. */
  public static String write(List<NamedHistogram> histograms) {
    return JsonWriter.indented(
        JsonObject.builder()
            .put("schema", SCHEMA)
            .put(
                "histograms", JsonArray.of(histograms.stream().map(HistogramFile::toJson).toList()))
            .build());
  }

  private static JsonObject toJson(NamedHistogram histogram) {
    return JsonObject.builder()
        .put("name", histogram.name())
        .put("counts", JsonArray.of(histogram.counts().counts()))
        .build();
  }

  private static NamedHistogram histogram(JsonValue item) {
    JsonObject json = item.asObject("a histogram");
    long[] counts = json.integers("counts", Histogram.SYMBOLS, 0, Histogram.COUNT_LIMIT - 1);
    return new NamedHistogram(json.string("name"), Histogram.of(counts));
  }
}
