package vail.cli.sim;

import java.util.OptionalDouble;
import vail.cli.Names;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonString;
import vail.json.JsonValue;

/** All answers as one JSON document. */
final class JsonReport {
  private static final String SCHEMA = "vail-sim/1";

  private JsonReport() {}

  static JsonObject of(Report report) {
    JsonObject.Builder object = answers(report.findings());
    if (!report.findings().moved().isEmpty()) {
      object.put("certificate", ProofJson.certificate(report.findings()));
    }
    Answer.compared(report.findings()).ifPresent(found -> object.put("answer", found.words()));
    report.sensitivity().ifPresent(found -> object.put("sensitivity", sensitivity(found)));
    report.difference().ifPresent(found -> object.put("diff", difference(found)));
    return object.build();
  }

  /** The answers alone. */
  static JsonObject of(Findings findings) {
    return answers(findings).build();
  }

  /** A document of this command, read back. */
  static JsonObject checked(JsonValue value) {
    JsonObject document = value.asObject("the document");
    if (!document.string("schema").equals(SCHEMA)) {
      throw new VailFormatException(
          Fault.UNSUPPORTED_VERSION,
          document.field("schema").at(),
          "what sim --json prints has the schema " + SCHEMA);
    }
    return document;
  }

  private static JsonObject.Builder answers(Findings findings) {
    JsonObject.Builder averages = JsonObject.builder();
    findings.averageBusBandwidths().forEach(averages::put);
    return JsonObject.builder()
        .put("schema", SCHEMA)
        .put("inputs", Inputs.of(findings))
        .put("rows", JsonArray.of(findings.rows().stream().map(row -> row(findings, row)).toList()))
        .put("averageBusbwGBps", averages.build());
  }

  private static JsonObject sensitivity(Sensitivity found) {
    return JsonObject.builder()
        .put("sizeBytes", found.size())
        .put("codec", Names.of(found.codec()))
        .put("timePs", found.time())
        .put("noneTimePs", found.none())
        .put("inputs", JsonArray.of(found.swings().stream().map(JsonReport::swing).toList()))
        .put("fixed", JsonArray.of(found.fixed().stream().map(JsonValue::of).toList()))
        .build();
  }

  private static JsonObject swing(Sensitivity.Swing swing) {
    JsonObject.Builder object = JsonObject.builder().put("input", swing.lever().name());
    swing.less().ifPresent(end -> object.put("less", end(swing.lever().less(), end)));
    swing.more().ifPresent(end -> object.put("more", end(swing.lever().more(), end)));
    return object.build();
  }

  private static JsonObject end(String moved, Sensitivity.End end) {
    return JsonObject.builder()
        .put("moved", moved)
        .put("timePs", end.time())
        .put("speedUpVsNone", end.speedUp())
        .build();
  }

  private static JsonObject difference(Difference found) {
    return JsonObject.builder()
        .put("file", found.file())
        .put(
            "inputs",
            JsonArray.of(
                found.inputs().stream()
                    .map(input ->
                        JsonObject.builder()
                            .put("input", input.name())
                            .put("before", input.before())
                            .put("after", input.after())
                            .build())
                    .toList()))
        .put(
            "rows",
            JsonArray.of(
                found.rows().stream()
                    .map(row ->
                        JsonObject.builder()
                            .put("sizeBytes", row.size())
                            .put("codec", row.codec())
                            .put("beforePs", row.before())
                            .put("afterPs", row.after())
                            .build())
                    .toList()))
        .put("rowsAlike", found.alike())
        .put("rowsAlone", found.alone())
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
    row.moved().ifPresent(moved -> ProofJson.add(object, setup, moved));
    row.lived().ifPresent(dies -> object.put("live", lived(row, dies)));
    add(object, "wireEnergyUj", findings.energy().onWire(row));
    add(object, "codecEnergyUj", findings.energy().inCodec(row));
    add(object, "speedUpVsNone", findings.speedUp(row, "none"));
    add(object, "speedUpVsThree", findings.speedUp(row, "three"));
    return object.build();
  }

  private static JsonObject lived(Row row, Row.Lived dies) {
    JsonObject.Builder object = JsonObject.builder();
    dies.history().ifPresent(history -> object.put("books", HistoryJson.of(history)));
    return object
        .put("modelPs", dies.modelled())
        .put("error", row.error(dies))
        .put("dilation", dies.dilation())
        .put("runNs", dies.nanos())
        .put("planned", dies.outcome().planned())
        .put("injected", injected(dies))
        .put("recovered", recovered(dies))
        .build();
  }

  private static JsonArray injected(Row.Lived dies) {
    return JsonArray.of(
        dies.outcome().injected().stream()
            .map(each -> new JsonString(each.toString(), 0))
            .toList());
  }

  private static JsonArray recovered(Row.Lived dies) {
    return JsonArray.of(
        dies.outcome().recoveries().stream()
            .map(each ->
                JsonObject.builder()
                    .put("link", each.link())
                    .put("parcel", each.next())
                    .put("roundTrips", each.tries())
                    .put("loss", each.loss().toString())
                    .build())
            .toList());
  }

  private static void add(JsonObject.Builder object, Row row, Row.Work work) {
    object
        .put("wireBytes", work.wireBytes())
        .put("codedBytes", work.codedBytes())
        .put("ratio", work.ratio())
        .put("wirebwGBps", row.wirebw())
        .put("encodeUs", work.encode() / 1e6)
        .put("decodeUs", work.decode() / 1e6);
    work.exposed().ifPresent(time -> object.put("exposedUs", time / 1e6));
    object
        .put("linkWaitP50Us", work.linkWaits().atMost(0.5) / 1e6)
        .put("linkWaitP99Us", work.linkWaits().atMost(0.99) / 1e6)
        .put("codecWaitP50Us", work.unitWaits().atMost(0.5) / 1e6)
        .put("codecWaitP99Us", work.unitWaits().atMost(0.99) / 1e6)
        .put("bound", work.bound())
        .put("sha256", work.digest());
  }

  private static void add(JsonObject.Builder object, String name, OptionalDouble value) {
    value.ifPresent(number -> object.put(name, number));
  }
}
