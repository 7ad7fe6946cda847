package vail.cli.reproduce;

import static vail.cli.reproduce.Figures.rounded;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import vail.cli.reproduce.measure.BlockSaving;
import vail.cli.reproduce.measure.Claim;
import vail.cli.reproduce.measure.DriftPoint;
import vail.cli.reproduce.measure.Group;
import vail.cli.reproduce.measure.Measurement;
import vail.cli.reproduce.measure.Reproduction;
import vail.cli.reproduce.measure.Scheme;
import vail.cli.reproduce.measure.Spread;
import vail.cli.reproduce.measure.Verdict;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** The report as one JSON document; savings in percent and gaps in points of raw size. */
final class JsonReport {
  private JsonReport() {}

  static JsonObject of(Report report) {
    Reproduction found = report.found();
    JsonObject.Builder document =
        JsonObject.builder()
            .put("schema", "vail-reproduce/1")
            .put("recording", found.campaign().measured().name());
    found.campaign().measured().step().ifPresent(step -> document.put("step", step));
    return document
        .put("claim", claim(found))
        .put("verdicts", array(found.verdicts(), verdict -> verdict(verdict, found).build()))
        .put("blocks", array(report.blocks(), JsonReport::file))
        .put("rows", array(found.measurements(), JsonReport::row))
        .put("drift", array(found.drift(), JsonReport::drift))
        .put("missing", array(found.campaign().missing(), JsonValue::of))
        .build();
  }

  private static <T> JsonArray array(List<T> items, Function<T, JsonValue> document) {
    return JsonArray.of(items.stream().map(document).toList());
  }

  private static JsonObject claim(Reproduction found) {
    JsonObject.Builder claim = JsonObject.builder().put("source", "arXiv 2601.10673");
    switch (found.claim()) {
      case Claim.Tested(Verdict verdict, Verdict asRecorded) ->
          claim
              .put("state", verdict.holds() ? "holds" : "fails")
              .put("limitVsHuffman", Verdict.HUFFMAN_LIMIT)
              .put("limitVsShannon", Verdict.SHANNON_LIMIT)
              .put("verdict", verdict(verdict, found).build())
              .put("asRecorded", verdict(asRecorded, found).build());
      case Claim.Untested(String reason) -> claim.put("state", "untested").put("reason", reason);
    }
    return claim.build();
  }

  private static JsonObject.Builder group(Group group) {
    return JsonObject.builder()
        .put("kind", group.kind())
        .put("format", group.profile().format())
        .put("split", group.profile().split().label());
  }

  private static JsonObject.Builder verdict(Verdict verdict, Reproduction found) {
    JsonObject.Builder document = group(verdict.group()).put("bookStep", verdict.bookStep());
    found
        .campaign()
        .measured()
        .step()
        .ifPresent(step -> document.put("bookAge", step - verdict.bookStep()));
    return document
        .put("shards", verdict.vsHuffman().shards())
        .put("shardSymbols", verdict.shardSymbols())
        .put("layers", verdict.layers())
        .put("holds", verdict.holds())
        .put("samplingNoise", rounded(verdict.noise()))
        .put("vsHuffman", spread(verdict.vsHuffman()))
        .put("vsShannon", spread(verdict.vsShannon()));
  }

  private static JsonObject spread(Spread spread) {
    return JsonObject.builder()
        .put("median", rounded(spread.median()))
        .put("worst", rounded(spread.worst()))
        .put("worstShard", spread.worstShard().toString())
        .build();
  }

  private static JsonValue file(BlockSaving file) {
    return JsonObject.builder()
        .put("kind", file.kind())
        .put("split", file.split().label())
        .put("rawBytes", file.rawBytes())
        .put("vailBytes", file.codedBytes())
        .put("saved", rounded(file.saved() / 100))
        .build();
  }

  private static JsonValue row(Measurement row) {
    JsonObject.Builder document =
        group(row.group())
            .put("rawBitsPerSymbol", row.group().profile().rawBits())
            .put("shards", row.shards().size())
            .put("samplingNoise", rounded(row.samplingNoise()));
    row.divergence().ifPresent(kl -> document.put("divergenceBits", spread(kl)));
    row.earlierDivergence().ifPresent(kl -> document.put("divergenceFromBookBits", spread(kl)));
    return document
        .put(
            "schemes",
            array(
                Arrays.stream(Scheme.values())
                    .filter(scheme -> row.gap(scheme, Scheme.HUFFMAN).isPresent())
                    .toList(),
                scheme -> scheme(row, scheme)))
        .build();
  }

  private static JsonValue scheme(Measurement row, Scheme scheme) {
    JsonObject.Builder document = JsonObject.builder().put("scheme", scheme.id());
    row.bookStep(scheme).ifPresent(step -> document.put("bookStep", step));
    row.saved(scheme).ifPresent(saved -> document.put("savedPercent", rounded(saved)));
    Spread vsHuffman = row.gap(scheme, Scheme.HUFFMAN).orElseThrow();
    return document
        .put("shards", vsHuffman.shards())
        .put("vsHuffman", spread(vsHuffman))
        .put("vsShannon", spread(row.gap(scheme, Scheme.SHANNON).orElseThrow()))
        .build();
  }

  private static JsonValue drift(DriftPoint point) {
    return group(point.group())
        .put("text", point.text())
        .put("bookAge", point.age())
        .put("savedPercent", rounded(point.saved()))
        .put("vsHuffman", spread(point.gap()))
        .build();
  }
}
