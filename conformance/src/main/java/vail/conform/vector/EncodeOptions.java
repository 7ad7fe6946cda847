package vail.conform.vector;

import java.util.List;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Selection;

/**
 * All that decides the bytes of a block (B-23 to B-26), legal or not.
 *
 * @param choice how book and bias are found
 * @param order stored or streamed
 * @param constant whether repeated symbols become constant blocks
 */
public record EncodeOptions(Choice choice, BlockOrder order, ConstantBlocks constant) {
  /** How book and bias are found. */
  public sealed interface Choice {}

  /** A raw block. */
  public record Raw() implements Choice {}

  /**
   * One book and one rule (B-24).
   *
   * @param book slot and epoch
   * @param bias the rule
   * @param shape the layout
   */
  public record Fixed(BookName book, BiasRule bias, Shape shape) implements Choice {}

  /**
   * The cheapest pair (B-25).
   *
   * @param books candidates, in the order they are told
   * @param biases in the order they are tried
   * @param stride of the sample
   * @param shortShape layout for short books
   * @param longShape layout for long books
   */
  public record Best(
      List<BookName> books, List<BiasRule> biases, int stride, Shape shortShape, Shape longShape)
      implements Choice {
    /** Takes copies. */
    public Best {
      books = List.copyOf(books);
      biases = List.copyOf(biases);
    }
  }

  /**
   * The options for the codec.
   *
   * @throws IllegalArgumentException if they are none, which is the fault BAD_ARGUMENT
   */
  public EncodePolicy toPolicy() {
    Selection selection =
        switch (choice) {
          case Raw() -> new Selection.Raw();
          case Fixed f -> new Selection.Fixed(f.book.toId(), f.bias.toBias(), f.shape.toLayout());
          case Best b ->
              new Selection.Best(
                  b.books.stream().map(BookName::toId).toList(),
                  b.biases.stream().map(BiasRule::toBias).toList(),
                  b.stride,
                  b.shortShape.toLayout(),
                  b.longShape.toLayout());
        };
    return new EncodePolicy(selection, constant, order);
  }
}
