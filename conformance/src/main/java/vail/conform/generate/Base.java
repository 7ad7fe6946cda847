package vail.conform.generate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vail.block.BlockOrder;
import vail.block.Layout;
import vail.code.Codebook;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Recipe;
import vail.conform.vector.Text;

/**
 * A sound coded block that others are made from by breaking it.
 *
 * @param name of the book
 * @param book the book
 * @param layout of the payload
 * @param order stored or streamed
 * @param bias absolute
 * @param symbols the symbols
 */
@SuppressWarnings("ArrayRecordComponent") // symbols that nobody changes
record Base(String name, Codebook book, Layout layout, BlockOrder order, int bias, byte[] symbols) {
  static final int SLOT = 7;
  static final int EPOCH = 3;

  /** Short and long, few and many lanes, with escapes and without; each has padding. */
  static final List<Base> ALL =
      List.of(
          of("steps", 1, 8, BlockOrder.STREAMED, 0, 5),
          of("steps", 2, 16, BlockOrder.STREAMED, 5, 33),
          of("geometric-8", 8, 32, BlockOrder.STORED, 9, 500),
          of("gaussian-8", 64, 8, BlockOrder.STORED, 0, 700),
          of("gaussian-8", 16, 8, BlockOrder.STREAMED, 254, 257),
          of("stairs-15", 4, 16, BlockOrder.STREAMED, 3, 70),
          of("stairs-8", 32, 8, BlockOrder.STREAMED, 0, 90),
          of("geometric-15", 8, 32, BlockOrder.STORED, 100, 640),
          of("geometric-15", 32, 16, BlockOrder.STORED, 0, 600),
          of("flat", 64, 32, BlockOrder.STREAMED, 1, 129),
          of("one-bit", 1, 32, BlockOrder.STREAMED, 0, 40),
          of("even", 2, 16, BlockOrder.STREAMED, 77, 20),
          of("steps-long", 16, 16, BlockOrder.STREAMED, 0, 100));

  static Base of(String name, int lanes, int word, BlockOrder order, int bias, int count) {
    long seed = Xoshiro256.seed(Suite.MAJOR, "base." + name, count);
    return of(name, Books.of(name), new Layout(lanes, word), order, bias, count, seed);
  }

  /** Symbols as a book expects them. */
  static Base of(
      String name, Codebook book, Layout layout, BlockOrder order, int bias, int count, long seed) {
    byte[] symbols = new Recipe.Draw(seed, count, Tables.of(name, book), bias).make();
    return new Base(name, book, layout, order, bias, symbols);
  }

  EncodeOptions options() {
    return Options.fixed(
        SLOT, EPOCH, Integer.toString(bias), layout.lanes(), layout.wordBits(), order);
  }

  /** The block. */
  byte[] block() {
    byte[] block = Blocks.of(book(), options(), symbols);
    if (block[0] != SLOT) {
      throw new IllegalStateException("the block of " + this + " is not coded");
    }
    return block;
  }

  /** The block, taken apart. */
  BlockForge forge() {
    return new BlockForge(block(), Optional.of(book()));
  }

  /** The payload with its anatomy; the same bytes as those of the block. */
  PayloadForge.Payload payload() {
    return PayloadForge.of(book(), layout, bias, symbols, Set.of());
  }

  /** A draft in which the book is installed. */
  Draft draft(String id, String title) {
    return new Draft(id, title).with(SLOT, EPOCH, name, book());
  }

  @Override
  public String toString() {
    return Text.of("%d symbols for %s, %s", symbols.length, name, layout);
  }
}
