package vail.conform.generate;

import java.util.Set;
import java.util.TreeSet;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.conform.vector.AbiCall;
import vail.conform.vector.BiasRule;
import vail.conform.vector.Body;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Exchange;
import vail.conform.vector.Flow;
import vail.conform.vector.Grants;
import vail.conform.vector.InstalledBook;
import vail.conform.vector.Mapping;
import vail.conform.vector.Misuse;
import vail.conform.vector.Needs;
import vail.conform.vector.Request;
import vail.conform.vector.Session;
import vail.conform.vector.Shape;

/** Works out what must be claimed for a vector to apply, from what the vector asks. */
final class NeedsOf {
  private final Set<String> roles = new TreeSet<>();
  private final Set<String> features = new TreeSet<>();
  private final Set<Integer> lanes = new TreeSet<>();
  private final Set<Integer> words = new TreeSet<>();
  private final Set<String> classes = new TreeSet<>();
  private int symbols;

  private NeedsOf() {}

  static Needs of(Iterable<InstalledBook> books, Grants grants, Body body) {
    NeedsOf needs = new NeedsOf();
    for (InstalledBook book : books) {
      needs.classes.add(lower(book.book().bookClass()));
    }
    if (grants.blockSymbols() != Grants.ALL.blockSymbols() || grants.room() != Grants.ALL.room()) {
      needs.features.add("limits");
    }
    needs.add(body);
    return new Needs(
        new TreeSet<>(needs.roles),
        new TreeSet<>(needs.features),
        new TreeSet<>(needs.lanes),
        new TreeSet<>(needs.words),
        new TreeSet<>(needs.classes),
        needs.symbols);
  }

  private void add(Body body) {
    switch (body) {
      case Exchange exchange -> add(exchange.request());
      case Session session -> session.steps().forEach(step -> add(step.request()));
      case Mapping mapping -> roles.add("mapping");
      case Misuse misuse -> add(misuse.call());
      case Flow flow -> {
        roles.add("flow");
        add(flow.exchange().request());
      }
    }
  }

  private void add(Request request) {
    switch (request) {
      case Request.Install install -> roles.add("book");
      case Request.Encode encode -> {
        roles.add("encode");
        add(encode.options());
        symbols = Math.max(symbols, Math.min(encode.symbols().size(), 65_536));
      }
      case Request.Decode decode -> {
        roles.add("decode");
        block(decode.block().bytes());
      }
      case Request.Train train -> {
        roles.add("train");
        classes.add(lower(train.bookClass()));
      }
      case Request.Reset reset -> {}
    }
  }

  private void add(EncodeOptions options) {
    if (options.order() == BlockOrder.STREAMED) {
      features.add("streamed");
    }
    if (options.constant() == ConstantBlocks.ON) {
      features.add("constant");
    }
    switch (options.choice()) {
      case EncodeOptions.Raw raw -> features.add("raw");
      case EncodeOptions.Fixed fixed -> {
        add(fixed.bias());
        add(fixed.shape());
      }
      case EncodeOptions.Best best -> {
        features.add("best");
        best.biases().forEach(this::add);
        add(best.shortShape());
        add(best.longShape());
      }
    }
  }

  private void add(BiasRule bias) {
    switch (bias) {
      case BiasRule.Absolute absolute -> {}
      case BiasRule.Mean mean -> features.add("mean");
      case BiasRule.Previous previous -> features.add("previous");
    }
  }

  /** Layouts that nobody can claim are not needed: to refuse them is the right answer. */
  private void add(Shape shape) {
    if (shape.lanes() <= 64) {
      lanes.add(shape.lanes());
    }
    if (shape.wordBits() == 8 || shape.wordBits() == 16 || shape.wordBits() == 32) {
      words.add(shape.wordBits());
    }
  }

  /** What the head of a block names, as far as it is there and legal. */
  private void block(byte[] block) {
    if (block.length < 6) {
      return;
    }
    int modes = block[2] & 0xff;
    if ((modes & 0x20) != 0) {
      features.add("streamed");
    }
    if (block[0] == 0 || block[0] == -1) {
      features.add(block[0] == 0 ? "raw" : "constant");
    } else if ((modes & 7) != 7 && (modes >> 3 & 3) != 3) {
      add(new Shape(1 << (modes & 7), 8 << (modes >> 3 & 3)));
    }
    symbols = Math.max(symbols, ((block[4] & 0xff) | (block[5] & 0xff) << 8) + 1);
  }

  private void add(AbiCall call) {
    roles.add("cabi");
    switch (call) {
      case AbiCall.Open open -> {}
      case AbiCall.Describe describe -> {}
      case AbiCall.LoadBook book -> roles.add("book");
      case AbiCall.Encode encode -> roles.add("encode");
      case AbiCall.Decode decode -> roles.add("decode");
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT);
  }
}
