package vail.conform.judge;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import vail.conform.vector.AbiCall;
import vail.conform.vector.Misuse;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonWriter;

/** Calls of the C interface, and their outcomes, as the host of a library reads and writes them. */
final class Calls {
  private Calls() {}

  static byte[] json(AbiCall call) {
    JsonObject.Builder out = JsonObject.builder();
    switch (call) {
      case AbiCall.Open(String options) -> out.put("call", "open").put("options", options);
      case AbiCall.Describe(long room) -> out.put("call", "describe").put("room", room);
      case AbiCall.LoadBook load ->
          out.put("call", "load_book")
              .put("slot", load.slot())
              .put("epoch", load.epoch())
              .put("book", load.book().hex());
      case AbiCall.Encode encode ->
          policy(out.put("call", "encode"), encode.policy())
              .put("source", encode.symbols().hex())
              .put("target", encode.targetBytes())
              .put("batch", places(encode.batch()));
      case AbiCall.Decode decode ->
          out.put("call", "decode")
              .put("release", decode.release())
              .put("most", decode.mostSymbols())
              .put("source", decode.blocks().hex())
              .put("target", decode.targetBytes())
              .put("batch", places(decode.batch()));
    }
    return bytes(out);
  }

  private static JsonObject.Builder policy(JsonObject.Builder out, AbiCall.Policy policy) {
    return out.put(
            "candidates",
            rows(
                policy.candidates().stream()
                    .map(c -> LongStream.of(c.slot(), c.epoch(), c.layout(), c.reserved()))
                    .toList()))
        .put(
            "biases",
            rows(policy.biases().stream().map(b -> LongStream.of(b.rule(), b.value())).toList()))
        .put("stride", policy.stride())
        .put("order", policy.order())
        .put("constant", policy.constant())
        .put("reserved", policy.reserved());
  }

  private static JsonArray places(List<AbiCall.Place> batch) {
    return rows(
        batch.stream()
            .map(p -> LongStream.of(p.sourceAt(), p.sourceBytes(), p.targetAt(), p.targetRoom()))
            .toList());
  }

  static byte[] json(Misuse misuse) {
    return bytes(
        JsonObject.builder()
            .put("returns", misuse.returns())
            .put(
                "blocks",
                rows(
                    misuse.outcomes().stream()
                        .map(o -> LongStream.of(o.fault(), o.bytes()))
                        .toList())));
  }

  private static JsonArray rows(List<LongStream> rows) {
    return JsonArray.of(rows.stream().map(row -> JsonArray.of(row.toArray())).toList());
  }

  private static byte[] bytes(JsonObject.Builder json) {
    return JsonWriter.compact(json.build()).getBytes(StandardCharsets.UTF_8);
  }
}
