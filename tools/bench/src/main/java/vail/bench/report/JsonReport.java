package vail.bench.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vail.bench.codec.Contender;
import vail.bench.codec.Label;
import vail.bench.measure.Failure;
import vail.bench.measure.Findings;
import vail.bench.measure.Latency;
import vail.bench.measure.Machine;
import vail.bench.measure.Race;
import vail.bench.measure.Row;
import vail.bench.measure.Spread;
import vail.json.JsonArray;
import vail.json.JsonNull;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** The findings as one JSON document. */
public final class JsonReport {
  private JsonReport() {}

  /** All of them. */
  public static JsonObject of(Findings findings) {
    return JsonObject.builder()
        .put("schema", "vail-bench/1")
        .put("machine", machine(findings.machine()))
        .put("data", findings.origin())
        .put("processorShare", number(findings.share()))
        .put("rows", array(findings.rows(), JsonReport::row))
        .put("latencies", array(findings.latencies(), JsonReport::latency))
        .put("absent", array(findings.absent(), JsonReport::absent))
        .put("failures", array(findings.failures(), JsonReport::failure))
        .build();
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonObject> form) {
    return JsonArray.of(items.stream().map(form).toList());
  }

  private static JsonObject machine(Machine machine) {
    return JsonObject.builder()
        .put("processor", machine.processor())
        .put("architecture", machine.architecture())
        .put("cores", machine.cores())
        .put("java", machine.java())
        .build();
  }

  private static JsonObject.Builder who(Label label) {
    return JsonObject.builder()
        .put("codec", label.codec())
        .put("level", label.level())
        .put("layout", label.layout());
  }

  private static JsonObject row(Row row) {
    Race race = row.race();
    String by =
        switch (race.yardstick()) {
          case HUFF0 -> "VsHuff0";
          case PORTABLE -> "VsPortable";
        };
    return who(row.label())
        .put("plane", race.plane())
        .put("block", race.size().block())
        .put("bytes", race.size().bytes())
        .put("threads", race.threads())
        .put("size", number(row.coded()))
        .put("encodeGBps", number(row.encode().median()))
        .put("decodeGBps", number(row.decode().median()))
        .put("encode" + by, median(row.encodeVs()))
        .put("decode" + by, median(row.decodeVs()))
        .put("runs", row.runs())
        .put("checked", true)
        .put("clock", race.time() == Race.Time.WALL ? "wall" : "processor")
        .put("encodeRangeGBps", range(Optional.of(row.encode())))
        .put("decodeRangeGBps", range(Optional.of(row.decode())))
        .put("encodeRange" + by, range(row.encodeVs()))
        .put("decodeRange" + by, range(row.decodeVs()))
        .build();
  }

  private static JsonObject latency(Latency one) {
    return who(one.label())
        .put("plane", one.plane())
        .put("block", one.block())
        .put("encodeMicros", number(one.encode()))
        .put("encodeMicros99", number(one.encodeTail()))
        .put("decodeMicros", number(one.decode()))
        .put("decodeMicros99", number(one.decodeTail()))
        .put("runs", one.runs())
        .put("checked", true)
        .build();
  }

  private static JsonObject absent(Contender.Absent one) {
    return who(one.label()).put("reason", one.reason()).build();
  }

  private static JsonObject failure(Failure one) {
    return who(one.label()).put("plane", one.plane()).put("reason", one.reason()).build();
  }

  /** Five digits that count are more than the measurement is worth. */
  private static JsonValue number(double value) {
    return JsonValue.of(
        new java.math.BigDecimal(value).round(new java.math.MathContext(5)).doubleValue());
  }

  private static JsonValue median(Optional<Spread> spread) {
    return spread.map(s -> number(s.median())).orElse(new JsonNull(0));
  }

  private static JsonValue range(Optional<Spread> spread) {
    return spread
        .<JsonValue>map(s -> JsonArray.of(List.of(number(s.least()), number(s.most()))))
        .orElse(new JsonNull(0));
  }
}
