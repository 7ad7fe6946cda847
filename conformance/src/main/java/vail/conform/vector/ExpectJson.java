package vail.conform.vector;

import java.util.OptionalLong;
import vail.fault.Fault;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** Answers as JSON. */
final class ExpectJson {
  private final DataForm data;

  ExpectJson(DataForm data) {
    this.data = data;
  }

  JsonObject write(Expect expect) {
    JsonObject.Builder out = JsonObject.builder();
    switch (expect) {
      case Expect.Bytes(Data bytes) -> out.put("bytes", data.write(bytes));
      case Expect.Failure failure -> out.put("error", error(failure)).put("bytesReleased", 0);
      case Expect.Done(String digest) -> out.put("done", digest);
    }
    return out.build();
  }

  private static JsonObject error(Expect.Failure failure) {
    JsonObject.Builder out =
        JsonObject.builder()
            .put("anyOf", Fields.array(failure.anyOf().stream().map(Fault::name).toList()));
    failure.at().ifPresent(at -> out.put("at", at));
    return out.build();
  }

  Expect read(JsonValue value) {
    return Fields.read(
        value,
        "expect",
        fields -> {
          if (fields.has("bytes")) {
            return new Expect.Bytes(data.read(fields.take("bytes")));
          }
          if (fields.has("done")) {
            return new Expect.Done(fields.string("done"));
          }
          fields.integer("bytesReleased", 0, 0);
          return Fields.read(fields.take("error"), "error", ExpectJson::error);
        });
  }

  private static Expect error(Fields fields) {
    return new Expect.Failure(
        fields.strings("anyOf").stream().map(Fault::valueOf).toList(),
        fields.has("at") ? OptionalLong.of(fields.number("at")) : OptionalLong.empty());
  }
}
