package vail.cli.container;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import vail.cli.Table;
import vail.cli.Units;
import vail.container.BookUse;
import vail.container.Directory;
import vail.container.SegmentEntry;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.tensor.TensorInfo;

/** What a container holds, as tables and as JSON. */
public final class Report {
  private final String file;
  private final Directory directory;

  /** A report on a container. */
  public Report(String file, Directory directory) {
    this.file = file;
    this.directory = directory;
  }

  /** The fields that encode and inspect share, for more to be added. */
  public JsonObject.Builder json(String schema) {
    long raw = directory.originalBytes();
    long coded = directory.containerBytes();
    return JsonObject.builder()
        .put("schema", schema)
        .put("file", file)
        .put("rawBytes", raw)
        .put("vailBytes", coded)
        .put("saved", Units.rounded(Units.saved(raw, coded)))
        .put("tensors", JsonArray.of(directory.tensors().stream().map(Report::json).toList()));
  }

  private static JsonObject json(SegmentEntry entry) {
    long[] shape = entry.segment().shape().stream().mapToLong(Long::longValue).toArray();
    return JsonObject.builder()
        .put("name", entry.segment().name())
        .put("dtype", entry.segment().type().name())
        .put("shape", JsonArray.of(shape))
        .put("rawBytes", entry.bytes())
        .put("vailBytes", entry.blockBytes())
        .put("saved", Units.rounded(Units.saved(entry.bytes(), entry.blockBytes())))
        .put("books", JsonArray.of(entry.uses().stream().map(Report::json).toList()))
        .build();
  }

  /** A tensor that is not encoded. */
  static JsonObject json(TensorInfo tensor) {
    long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
    return JsonObject.builder()
        .put("name", tensor.name())
        .put("dtype", tensor.type().name())
        .put("shape", JsonArray.of(shape))
        .put("rawBytes", tensor.bytes())
        .build();
  }

  private static JsonValue json(BookUse use) {
    return JsonObject.builder()
        .put("slot", use.slot())
        .put("epoch", use.epoch())
        .put("blocks", use.blocks())
        .build();
  }

  /** One line for the whole file. */
  public String line() {
    long raw = directory.originalBytes();
    long coded = directory.containerBytes();
    return "%s in %s, saved %s"
        .formatted(Units.bytes(raw), Units.bytes(coded), Units.percent(Units.saved(raw, coded)));
  }

  /** A line for each type of elements. */
  public String types() {
    SequencedMap<String, long[]> sums = new LinkedHashMap<>();
    for (SegmentEntry entry : directory.tensors()) {
      long[] sum = sums.computeIfAbsent(entry.segment().type().name(), type -> new long[3]);
      sum[0]++;
      sum[1] += entry.bytes();
      sum[2] += entry.blockBytes();
    }
    Table table = new Table("lrrrr", "dtype", "tensors", "raw", "vail", "saved");
    for (Map.Entry<String, long[]> type : sums.entrySet()) {
      long[] sum = type.getValue();
      table.row(
          type.getKey(),
          Long.toString(sum[0]),
          Units.bytes(sum[1]),
          Units.bytes(sum[2]),
          Units.percent(Units.saved(sum[1], sum[2])));
    }
    return sums.isEmpty() ? "" : table.text();
  }

  /** A line for each tensor. */
  public String tensors() {
    Table table =
        new Table("lllrrrl", "tensor", "dtype", "shape", "raw", "vail", "saved", "blocks");
    for (SegmentEntry entry : directory.tensors()) {
      table.row(
          name(entry),
          entry.segment().type().name(),
          shape(entry.segment().shape()),
          Units.bytes(entry.bytes()),
          Units.bytes(entry.blockBytes()),
          Units.percent(Units.saved(entry.bytes(), entry.blockBytes())),
          entry.uses().stream().map(Report::use).collect(Collectors.joining(", ")));
    }
    return directory.tensors().isEmpty() ? "" : table.text();
  }

  /** A tensor's name; elements that are a whole file have none. */
  static String name(SegmentEntry entry) {
    return entry.segment().name().isEmpty() ? "(elements)" : entry.segment().name();
  }

  /** E.g. {@code 128x2x1024}. */
  static String shape(List<Long> shape) {
    return shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  private static String use(BookUse use) {
    return use.blocks()
        + use.book()
            .map(id -> " of slot " + id.slot() + (id.epoch() == 0 ? "" : " epoch " + id.epoch()))
            .orElse(use.slot() == 0 ? " raw" : " constant");
  }

  /** Whether any block names a book. */
  boolean usesBooks() {
    return directory.tensors().stream()
        .flatMap(entry -> entry.uses().stream())
        .anyMatch(use -> use.book().isPresent());
  }
}
