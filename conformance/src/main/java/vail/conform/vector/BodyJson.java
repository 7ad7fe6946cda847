package vail.conform.vector;

import java.util.List;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.tensor.SymbolSplit;

/** The fields {@code input} and {@code expect} of a vector. */
final class BodyJson {
  private final DataForm data;
  private final RequestJson requests;
  private final ExpectJson answers;
  private final MisuseJson misuses;

  BodyJson(DataForm data) {
    this.data = data;
    this.requests = new RequestJson(data);
    this.answers = new ExpectJson(data);
    this.misuses = new MisuseJson(data);
  }

  JsonObject input(Body body) {
    return switch (body) {
      case Exchange(Request request, Expect expect) -> requests.write(request).build();
      case Flow(Exchange exchange, Stalls stalls) ->
          requests.write(exchange.request()).put("stalls", stalls(stalls)).build();
      case Session(List<Exchange> steps) ->
          JsonObject.builder()
              .put("steps", JsonArray.of(steps.stream().map(this::step).toList()))
              .build();
      case Mapping mapping ->
          JsonObject.builder()
              .put("split", Labels.of(mapping.split()))
              .put("tensor", data.write(mapping.tensor()))
              .build();
      case Misuse misuse -> misuses.input(misuse.call());
    };
  }

  private JsonObject step(Exchange exchange) {
    return JsonObject.builder()
        .put("input", input(exchange))
        .put("expect", expect(exchange))
        .build();
  }

  private static JsonObject stalls(Stalls stalls) {
    return JsonObject.builder()
        .put("seed", DataJson.hex(stalls.seed()))
        .put("offer", stalls.offer())
        .put("accept", stalls.accept())
        .build();
  }

  JsonObject expect(Body body) {
    return switch (body) {
      case Exchange(Request request, Expect expect) -> answers.write(expect);
      case Flow(Exchange exchange, Stalls stalls) -> answers.write(exchange.expect());
      case Session session -> JsonObject.builder().build();
      case Mapping mapping ->
          JsonObject.builder()
              .put("planes", JsonArray.of(mapping.planes().stream().map(data::write).toList()))
              .build();
      case Misuse misuse -> misuses.expect(misuse);
    };
  }

  Body read(Kind kind, JsonValue input, JsonValue expect) {
    return switch (kind) {
      case ENCODE, DECODE, DECODE_NEGATIVE, TRAIN, BOOK, RESOURCE -> exchange(input, expect);
      case SESSION -> session(input, expect);
      case MAPPING -> mapping(input, expect);
      case MISUSE -> misuses.read(input, expect);
      case FLOW -> flow(input, expect);
    };
  }

  private Exchange exchange(JsonValue input, JsonValue expect) {
    return new Exchange(Fields.read(input, "input", requests::read), answers.read(expect));
  }

  private Session session(JsonValue input, JsonValue expect) {
    Fields.read(expect, "expect of a session", fields -> fields);
    return new Session(
        Fields.read(
            input,
            "input",
            fields ->
                fields.list(
                    "steps",
                    step ->
                        Fields.read(
                            step, "step", s -> exchange(s.take("input"), s.take("expect"))))));
  }

  private Mapping mapping(JsonValue input, JsonValue expect) {
    List<Data> planes = Fields.read(expect, "expect", fields -> fields.list("planes", data::read));
    return Fields.read(
        input,
        "input",
        fields ->
            new Mapping(
                fields.label("split", SymbolSplit.class),
                data.read(fields.take("tensor")),
                planes));
  }

  private Flow flow(JsonValue input, JsonValue expect) {
    return Fields.read(
        input,
        "input",
        fields -> {
          Stalls stalls =
              Fields.read(
                  fields.take("stalls"),
                  "stalls",
                  s ->
                      new Stalls(
                          s.word("seed"), s.integer("offer", 1, 256), s.integer("accept", 1, 256)));
          return new Flow(new Exchange(requests.read(fields), answers.read(expect)), stalls);
        });
  }
}
