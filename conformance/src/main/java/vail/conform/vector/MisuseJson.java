package vail.conform.vector;

import java.util.List;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** Calls of the C interface as JSON; numbers of structures stand in the order of the header. */
final class MisuseJson {
  private static final long MOST = 0xffff_ffffL;

  private final DataForm data;

  MisuseJson(DataForm data) {
    this.data = data;
  }

  JsonObject input(AbiCall call) {
    JsonObject.Builder out = JsonObject.builder();
    switch (call) {
      case AbiCall.Open(String options) -> out.put("call", "open").put("options", options);
      case AbiCall.Describe(long room) -> out.put("call", "describe").put("room", room);
      case AbiCall.LoadBook(long slot, long epoch, Data book) ->
          out.put("call", "load_book")
              .put("slot", slot)
              .put("epoch", epoch)
              .put("book", data.write(book));
      case AbiCall.Encode(AbiCall.Policy policy, Data symbols, long target, var batch) ->
          out.put("call", "encode")
              .put("policy", policy(policy))
              .put("symbols", data.write(symbols))
              .put("targetBytes", target)
              .put("batch", batch(batch));
      case AbiCall.Decode(long release, long most, Data blocks, long target, var batch) ->
          out.put("call", "decode")
              .put("release", release)
              .put("mostSymbols", most)
              .put("blocks", data.write(blocks))
              .put("targetBytes", target)
              .put("batch", batch(batch));
    }
    return out.build();
  }

  private static JsonObject policy(AbiCall.Policy policy) {
    return JsonObject.builder()
        .put("candidates", JsonArray.of(policy.candidates().stream().map(MisuseJson::row).toList()))
        .put("biases", JsonArray.of(policy.biases().stream().map(MisuseJson::row).toList()))
        .put("stride", policy.stride())
        .put("order", policy.order())
        .put("constant", policy.constant())
        .put("reserved", policy.reserved())
        .build();
  }

  private static JsonArray row(AbiCall.Candidate c) {
    return JsonArray.of(c.slot(), c.epoch(), c.layout(), c.reserved());
  }

  private static JsonArray row(AbiCall.BiasOption bias) {
    return JsonArray.of(bias.rule(), bias.value());
  }

  private static JsonArray batch(List<AbiCall.Place> batch) {
    return JsonArray.of(
        batch.stream()
            .map(p -> JsonArray.of(p.sourceAt(), p.sourceBytes(), p.targetAt(), p.targetRoom()))
            .toList());
  }

  JsonObject expect(Misuse misuse) {
    return JsonObject.builder()
        .put("returns", misuse.returns())
        .put(
            "blocks",
            JsonArray.of(
                misuse.outcomes().stream().map(o -> JsonArray.of(o.fault(), o.bytes())).toList()))
        .build();
  }

  Misuse read(JsonValue input, JsonValue expect) {
    AbiCall call = Fields.read(input, "input", this::call);
    return Fields.read(
        expect,
        "expect",
        fields ->
            new Misuse(
                call, fields.integer("returns", 0, 24), fields.list("blocks", this::outcome)));
  }

  private AbiCall call(Fields fields) {
    String call = fields.string("call");
    return switch (call) {
      case "open" -> new AbiCall.Open(fields.string("options"));
      case "describe" -> new AbiCall.Describe(fields.number("room"));
      case "load_book" ->
          new AbiCall.LoadBook(
              fields.number("slot"), fields.number("epoch"), data.read(fields.take("book")));
      case "encode" ->
          new AbiCall.Encode(
              Fields.read(fields.take("policy"), "policy", this::policy),
              data.read(fields.take("symbols")),
              fields.number("targetBytes"),
              fields.list("batch", this::place));
      case "decode" ->
          new AbiCall.Decode(
              fields.number("release"),
              fields.number("mostSymbols"),
              data.read(fields.take("blocks")),
              fields.number("targetBytes"),
              fields.list("batch", this::place));
      default -> throw new IllegalArgumentException("no call is named " + call);
    };
  }

  private AbiCall.Policy policy(Fields fields) {
    return new AbiCall.Policy(
        fields.list("candidates", this::candidate),
        fields.list("biases", this::bias),
        fields.number("stride"),
        fields.number("order"),
        fields.number("constant"),
        fields.number("reserved"));
  }

  private AbiCall.Candidate candidate(JsonValue value) {
    long[] row = row(value, 4, 0, 255);
    return new AbiCall.Candidate((int) row[0], (int) row[1], (int) row[2], (int) row[3]);
  }

  private AbiCall.BiasOption bias(JsonValue value) {
    long[] row = row(value, 2, Integer.MIN_VALUE, MOST);
    return new AbiCall.BiasOption(row[0], (int) row[1]);
  }

  private AbiCall.Place place(JsonValue value) {
    long[] row = row(value, 4, 0, Long.MAX_VALUE);
    return new AbiCall.Place(row[0], row[1], row[2], row[3]);
  }

  private Misuse.Outcome outcome(JsonValue value) {
    long[] row = row(value, 2, 0, MOST);
    return new Misuse.Outcome((int) row[0], row[1]);
  }

  private static long[] row(JsonValue value, int size, long least, long most) {
    long[] row = value.asArray("row").integers("row", least, most);
    if (row.length != size) {
      throw new IllegalArgumentException("a row has " + size + " numbers here");
    }
    return row;
  }
}
