package vail.conform.generate;

import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.conform.vector.BiasRule;
import vail.conform.vector.BookName;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Shape;

/** Options of encoders in short. */
final class Options {
  private Options() {}

  /** One book, one bias, no constant blocks. */
  static EncodeOptions fixed(
      int slot, int epoch, String bias, int lanes, int word, BlockOrder order) {
    return new EncodeOptions(
        new EncodeOptions.Fixed(
            new BookName(slot, epoch), BiasRule.of(bias), new Shape(lanes, word)),
        order,
        ConstantBlocks.OFF);
  }

  /** A raw block. */
  static EncodeOptions raw(BlockOrder order) {
    return new EncodeOptions(new EncodeOptions.Raw(), order, ConstantBlocks.OFF);
  }

  /** The same, where repeated symbols become constant blocks. */
  static EncodeOptions constantOn(EncodeOptions options) {
    return new EncodeOptions(options.choice(), options.order(), ConstantBlocks.ON);
  }
}
