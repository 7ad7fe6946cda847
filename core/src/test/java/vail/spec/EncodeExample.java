package vail.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vail.backend.Backend;
import vail.block.Batch;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.OneBlock;
import vail.block.Selection;
import vail.code.BookId;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** An example of the kind {@code encode}: options and symbols, and their block or fault. */
record EncodeExample(Example example, ExampleBooks books) {
  void run(Backend backend) {
    byte[] symbols = Texts.bytes(example.one("symbols"));
    Optional<String> fault = example.find("fault");
    if (fault.isPresent()) {
      VailFormatException e =
          assertThrows(VailFormatException.class, () -> encode(backend, symbols));
      assertEquals(fault.get(), Texts.withoutOffset(e));
    } else {
      byte[] block = encode(backend, symbols);
      assertEquals(Texts.hex(Texts.bytes(example.one("block"))), Texts.hex(block));
      assertEquals(
          Texts.hex(symbols),
          Texts.hex(OneBlock.decode(backend.decoder(), books.installed(), Limits.DEFAULT, block)));
    }
  }

  private byte[] encode(Backend backend, byte[] symbols) {
    byte[] before = example.find("before").map(Texts::bytes).orElse(new byte[0]);
    byte[] source = Arrays.copyOf(before, before.length + symbols.length);
    System.arraycopy(symbols, 0, source, before.length, symbols.length);
    int room = BlockSize.bound(order(), Limits.MAX_BLOCK_SYMBOLS);
    byte[] target = new byte[2 * room];
    Batch batch = new Batch(2);
    if (before.length > 0) {
      batch.add(0, before.length, room, room);
    }
    batch.add(
        before.length, symbols.length, 0, example.find("room").map(Integer::parseInt).orElse(room));
    EncodePolicy policy =
        new EncodePolicy(
            selection(),
            example.find("constant").orElse("off").equals("on")
                ? ConstantBlocks.ON
                : ConstantBlocks.OFF,
            order());
    backend
        .encoder()
        .encode(
            books.installed(),
            policy,
            MemorySegment.ofArray(source),
            MemorySegment.ofArray(target),
            batch);
    return Arrays.copyOf(target, batch.bytes(batch.size() - 1));
  }

  private BlockOrder order() {
    return example.find("order").orElse("stored").equals("streamed")
        ? BlockOrder.STREAMED
        : BlockOrder.STORED;
  }

  private Selection selection() {
    return switch (example.one("method")) {
      case "raw" -> new Selection.Raw();
      case "fixed" ->
          new Selection.Fixed(
              book(),
              bias(example.one("bias")),
              new Layout(example.number("lanes"), example.number("word")));
      case "best" ->
          new Selection.Best(
              words("books").map(books::id).toList(),
              words("biases").map(EncodeExample::bias).toList(),
              example.number("stride"),
              layout("short"),
              layout("long"));
      default -> throw new IllegalArgumentException("no method " + example.one("method"));
    };
  }

  private BookId book() {
    return example
        .find("book")
        .map(books::id)
        .orElseGet(() -> new BookId(example.number("slot"), example.number("epoch")));
  }

  private Layout layout(String key) {
    List<Integer> numbers = words(key).map(Integer::valueOf).toList();
    return new Layout(numbers.getFirst(), numbers.getLast());
  }

  private Stream<String> words(String key) {
    return Arrays.stream(example.one(key).split(" +", -1));
  }

  private static Bias bias(String text) {
    if (text.equals("previous")) {
      return new Bias.Previous();
    }
    return text.startsWith("mean")
        ? new Bias.Mean(text.length() == 4 ? 0 : Integer.parseInt(text.substring(4)))
        : new Bias.Absolute(Integer.parseInt(text));
  }
}
