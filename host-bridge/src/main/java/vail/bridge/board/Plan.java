package vail.bridge.board;

import java.util.List;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.BlockSize;
import vail.block.Choice;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookClass;
import vail.code.BookSet;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/**
 * A policy as the kernel is told it.
 *
 * @param policy what decides the bytes
 * @param books that a block may be coded with, by slot, then epoch; none for raw
 * @param rule of the bias, as the kernel numbers them
 * @param bias that is given
 */
record Plan(EncodePolicy policy, List<Banks.Named> books, int rule, int bias) {
  private static final int GIVEN = 0;
  private static final int PREVIOUS = 1;
  private static final int MEAN = 2;
  private static final int THREE = 3;
  private static final int RULE_AT = 24;
  private static final int BIAS_AT = 16;
  private static final int BEST = 1 << 26;
  private static final int CONSTANT = 1 << 27;
  private static final int STREAMED = 1 << 28;

  /** Bits of a streamed symbol never exceed two bytes, and of padding there are 14 a lane. */
  private static final int STREAMED_BYTES = 2;

  private static final int PADDING = 32;

  /**
   * Checks a policy against a set of books (B-24, B-25) and against the kernel.
   *
   * @throws VailFormatException what is wrong with every block of it; UNSUPPORTED_FEATURE where the
   *     kernel does not have it
   */
  static Plan of(BookSet books, EncodePolicy policy) {
    List<Choice> choices = Choice.all(books, policy.selection());
    List<Bias> biases =
        switch (policy.selection()) {
          case Selection.Raw raw -> List.of(Bias.NONE);
          case Selection.Fixed fixed -> List.of(fixed.bias());
          case Selection.Best best -> best.biases();
        };
    boolean searches = choices.size() > 1 || biases.size() > 1;
    boolean exact = !(policy.selection() instanceof Selection.Best best) || best.stride() == 1;
    if (!choices.stream().allMatch(Plan::isServed)
        || choices.size() > Banks.COUNT
        || (searches && !exact)) {
      throw unsupported();
    }
    return new Plan(
        policy,
        choices.stream().map(choice -> new Banks.Named(choice.id(), choice.book())).toList(),
        rule(biases),
        biases.getFirst() instanceof Bias.Absolute given ? given.value() : 0);
  }

  private static boolean isServed(Choice choice) {
    return choice.book().bookClass() == BookClass.SHORT && choice.layout().equals(Layout.LINK);
  }

  private static VailFormatException unsupported() {
    return new VailFormatException(Fault.UNSUPPORTED_FEATURE, 0, "the kernel does not have this");
  }

  private static int rule(List<Bias> biases) {
    if (biases.equals(Selection.Best.PLANE_BIASES)) {
      return THREE;
    }
    if (biases.size() > 1) {
      throw unsupported();
    }
    return switch (biases.getFirst()) {
      case Bias.Absolute given -> GIVEN;
      case Bias.Previous previous -> PREVIOUS;
      case Bias.Mean mean when mean.offset() == 0 -> MEAN;
      case Bias.Mean mean -> throw unsupported();
    };
  }

  /** Whether the kernel chooses among several books. */
  boolean isBest() {
    return books.size() > 1;
  }

  /** Whether a block looks back at the one before it (B-07). */
  boolean looksBack() {
    return rule == PREVIOUS && !books.isEmpty();
  }

  boolean isStreamed() {
    return policy.order() == BlockOrder.STREAMED;
  }

  /** B-24: symbols that a block may have. */
  boolean isLegal(int symbols) {
    int most = isStreamed() ? BlockSize.MAX_STREAMED_SYMBOLS : Limits.MAX_BLOCK_SYMBOLS;
    return symbols >= 1 && symbols <= most;
  }

  /** Bytes that the kernel's block of so many symbols does not exceed. */
  int bound(int symbols) {
    return BlockSize.FRAME + (isStreamed() ? STREAMED_BYTES * symbols + PADDING : symbols);
  }

  /** The job's command. */
  int command() {
    int name =
        books.isEmpty()
            ? 0
            : books.getFirst().id().slot() | books.getFirst().id().epoch() << Byte.SIZE;
    return name
        | bias << BIAS_AT
        | rule << RULE_AT
        | (isBest() ? BEST : 0)
        | (policy.constant() == ConstantBlocks.ON ? CONSTANT : 0)
        | (isStreamed() ? STREAMED : 0);
  }

  /** The command of a block whose only purpose is that the next looks back at it. */
  int primingCommand() {
    return command() & ~(BEST | CONSTANT) | STREAMED;
  }
}
