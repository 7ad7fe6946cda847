package vail.cli.reproduce.grid;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vail.code.Histogram;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonValue;

/**
 * Reads {@code histograms.json}: for each step ({@code step00990}) and kind the 256 counts of the
 * symbols {@code hi}, {@code lo} and {@code exponent} of its bf16 values.
 */
final class HistogramsFile {
  private static final String STEP = "step";

  private HistogramsFile() {}

  /** The steps in the order of the file. */
  static List<StepCounts> read(Path file) throws IOException {
    MemorySegment text = MemorySegment.ofArray(Files.readAllBytes(file));
    List<StepCounts> steps = new ArrayList<>();
    JsonReader.read(text)
        .asObject("the file")
        .fields()
        .forEach((name, kinds) -> steps.add(step(number(name, kinds), kinds.asObject(name))));
    return steps;
  }

  private static long number(String name, JsonValue value) {
    if (!name.matches(STEP + "\\d{1,15}")) {
      throw new VailFormatException(
          Fault.BAD_FIELD, value.at(), "'" + name + "' is no step like step00990");
    }
    return Long.parseLong(name.substring(STEP.length()));
  }

  private static StepCounts step(long step, JsonObject kinds) {
    Map<String, Histogram> bytes = new LinkedHashMap<>();
    Map<String, Histogram> exponents = new LinkedHashMap<>();
    kinds
        .fields()
        .forEach((kind, value) -> {
          JsonObject counts = value.asObject(kind);
          Histogram both = counts(counts, "hi");
          both.add(counts(counts, "lo"));
          bytes.put(kind, both);
          exponents.put(kind, counts(counts, "exponent"));
        });
    return new StepCounts(step, bytes, exponents);
  }

  private static Histogram counts(JsonObject kind, String symbol) {
    return Histogram.of(kind.integers(symbol, Histogram.SYMBOLS, 0, Histogram.COUNT_LIMIT / 2 - 1));
  }
}
