package vail.conform.host;

import java.util.ArrayList;
import java.util.List;
import vail.block.Bias;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.block.EncodePolicy;
import vail.block.Layout;
import vail.block.Selection;
import vail.code.BookId;
import vail.code.BookSet;
import vail.conform.wire.Request;
import vail.conform.wire.Request.Shape;
import vail.conform.wire.Request.Slot;

/** The options of a request as a policy, checked in the order of B-24: the book, then the rest. */
final class Policies {
  private static final int MOST_LOG2_LANES = 30;

  private Policies() {}

  static EncodePolicy of(BookSet books, Request.Encode request) {
    if (request.slot() == Request.RAW) {
      return policy(new Selection.Raw(), request.flags());
    }
    BookId book = id(books, new Slot(request.slot(), request.epoch()));
    return policy(
        new Selection.Fixed(book, bias(request.bias()), layout(request.layout())), request.flags());
  }

  static EncodePolicy of(BookSet books, Request.Best request) {
    List<BookId> candidates = new ArrayList<>();
    request.candidates().forEach(slot -> candidates.add(id(books, slot)));
    return policy(
        new Selection.Best(
            candidates,
            request.biases().stream().map(Policies::bias).toList(),
            request.stride(),
            layout(request.shortLayout()),
            layout(request.longLayout())),
        request.flags());
  }

  /** An unknown book is reported before anything else that is wrong. */
  private static BookId id(BookSet books, Slot slot) {
    books.book(slot.slot(), slot.epoch());
    return new BookId(slot.slot(), slot.epoch());
  }

  private static Bias bias(int number) {
    if (number == Request.PREVIOUS) {
      return new Bias.Previous();
    }
    return Request.isMean(number)
        ? new Bias.Mean(Request.meanOffset(number))
        : new Bias.Absolute(number);
  }

  private static Layout layout(Shape shape) {
    return new Layout(1 << Math.min(shape.log2Lanes(), MOST_LOG2_LANES), shape.wordBits());
  }

  private static EncodePolicy policy(Selection selection, int flags) {
    return new EncodePolicy(
        selection,
        (flags & Request.CONSTANT) != 0 ? ConstantBlocks.ON : ConstantBlocks.OFF,
        (flags & Request.STREAMED) != 0 ? BlockOrder.STREAMED : BlockOrder.STORED);
  }
}
