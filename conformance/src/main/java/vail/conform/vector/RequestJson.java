package vail.conform.vector;

import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.code.BookClass;
import vail.code.Histogram;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** Requests as JSON. */
final class RequestJson {
  private final DataForm data;

  RequestJson(DataForm data) {
    this.data = data;
  }

  JsonObject.Builder write(Request request) {
    JsonObject.Builder out = JsonObject.builder();
    return switch (request) {
      case Request.Install(BookName name, Data book) ->
          named(out.put("do", "book"), name).put("book", data.write(book));
      case Request.Encode(EncodeOptions options, Data symbols) ->
          options(out.put("do", "encode"), options).put("symbols", data.write(symbols));
      case Request.Decode(Data block) -> out.put("do", "decode").put("block", data.write(block));
      case Request.Train(BookClass bookClass, int limit, Histogram counts) ->
          out.put("do", "train")
              .put("class", Labels.of(bookClass))
              .put("limit", limit)
              .put("counts", JsonArray.of(counts.counts()));
      case Request.Reset() -> out.put("do", "reset");
    };
  }

  private static JsonObject.Builder named(JsonObject.Builder out, BookName name) {
    return out.put("slot", name.slot()).put("epoch", name.epoch());
  }

  private static JsonObject.Builder options(JsonObject.Builder out, EncodeOptions options) {
    switch (options.choice()) {
      case EncodeOptions.Raw() -> out.put("method", "raw");
      case EncodeOptions.Fixed(BookName book, BiasRule bias, Shape shape) ->
          named(out.put("method", "fixed"), book)
              .put("bias", bias.toString())
              .put("layout", shape(shape));
      case EncodeOptions.Best best ->
          out.put("method", "best")
              .put(
                  "candidates",
                  JsonArray.of(
                      best.books().stream().map(b -> JsonArray.of(b.slot(), b.epoch())).toList()))
              .put("biases", Fields.array(best.biases().stream().map(BiasRule::toString).toList()))
              .put("stride", best.stride())
              .put("shortLayout", shape(best.shortShape()))
              .put("longLayout", shape(best.longShape()));
    }
    return out.put("order", Labels.of(options.order()))
        .put("constant", Labels.of(options.constant()));
  }

  /** Lanes, then bits of a word. */
  private static JsonArray shape(Shape shape) {
    return JsonArray.of(shape.lanes(), shape.wordBits());
  }

  Request read(Fields fields) {
    String verb = fields.string("do");
    return switch (verb) {
      case "book" -> new Request.Install(named(fields), data.read(fields.take("book")));
      case "encode" -> new Request.Encode(options(fields), data.read(fields.take("symbols")));
      case "decode" -> new Request.Decode(data.read(fields.take("block")));
      case "train" ->
          new Request.Train(
              fields.label("class", BookClass.class),
              fields.integer("limit", 0, 255),
              Histogram.of(fields.longs("counts", 256, Histogram.COUNT_LIMIT - 1)));
      case "reset" -> new Request.Reset();
      default -> throw new IllegalArgumentException("nothing is called " + verb);
    };
  }

  private static BookName named(Fields fields) {
    return new BookName(fields.integer("slot", 0, 255), fields.integer("epoch", 0, 255));
  }

  private static EncodeOptions options(Fields fields) {
    String method = fields.string("method");
    EncodeOptions.Choice choice =
        switch (method) {
          case "raw" -> new EncodeOptions.Raw();
          case "fixed" ->
              new EncodeOptions.Fixed(
                  named(fields), BiasRule.of(fields.string("bias")), shape(fields.take("layout")));
          case "best" ->
              new EncodeOptions.Best(
                  fields.list("candidates", RequestJson::candidate),
                  fields.strings("biases").stream().map(BiasRule::of).toList(),
                  fields.integer("stride", 0, 255),
                  shape(fields.take("shortLayout")),
                  shape(fields.take("longLayout")));
          default -> throw new IllegalArgumentException("no method is called " + method);
        };
    return new EncodeOptions(
        choice,
        fields.label("order", BlockOrder.class),
        fields.label("constant", ConstantBlocks.class));
  }

  private static BookName candidate(JsonValue value) {
    long[] pair = pair(value, "candidate");
    return new BookName((int) pair[0], (int) pair[1]);
  }

  private static Shape shape(JsonValue value) {
    long[] pair = pair(value, "layout");
    return new Shape((int) pair[0], (int) pair[1]);
  }

  private static long[] pair(JsonValue value, String what) {
    long[] pair = value.asArray(what).integers(what, 0, 255);
    if (pair.length != 2) {
      throw new IllegalArgumentException(what + " must be two numbers");
    }
    return pair;
  }
}
