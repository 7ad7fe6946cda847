package vail.conform.judge;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.code.BookClass;
import vail.conform.judge.Step.Answer;
import vail.conform.vector.BiasRule;
import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Flow;
import vail.conform.vector.Grants;
import vail.conform.vector.Mapping;
import vail.conform.vector.Misuse;
import vail.conform.vector.Session;
import vail.conform.vector.Shape;
import vail.conform.vector.Vector;
import vail.conform.wire.Request;
import vail.fault.Fault;

/** A vector in the words of the protocol. */
final class Script {
  private static final Grants ALL = Grants.ALL;
  private static final int NO_BOOK = 255;

  private Script() {}

  /** The steps of a vector; empty if the protocol has no words for it. */
  static Optional<List<Step>> of(Vector vector) {
    try {
      return switch (vector.body()) {
        case Exchange exchange -> Optional.of(List.of(step(exchange, vector.grants())));
        case Session(List<Exchange> steps) ->
            Optional.of(steps.stream().map(s -> step(s, vector.grants())).toList());
        case Mapping mapping -> Optional.of(steps(mapping));
        case Misuse misuse -> Optional.of(List.of(step(misuse)));
        case Flow flow -> Optional.empty();
      };
    } catch (WordlessException e) {
      return Optional.empty();
    }
  }

  private static Step step(Misuse misuse) {
    return new Step(
        new Request.Call(Calls.json(misuse.call())), new Answer.Bytes(Data.of(Calls.json(misuse))));
  }

  /** A request for which the protocol has no words. */
  private static final class WordlessException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static Step step(Exchange exchange, Grants grants) {
    Request request = request(exchange.request(), grants);
    Answer answer = answer(exchange.expect());
    return new Step(request, namesNoBook(request) ? orUnknown(answer) : answer);
  }

  /** Slot 255 can hold no book: B-24 does not say whether that is a wrong or an unknown one. */
  private static boolean namesNoBook(Request request) {
    return request instanceof Request.Encode encode && encode.slot() == NO_BOOK;
  }

  private static Answer orUnknown(Answer answer) {
    if (!(answer instanceof Answer.Refusal(List<Fault> anyOf))) {
      return answer;
    }
    List<Fault> more = new ArrayList<>(anyOf);
    more.add(Fault.CODEBOOK_UNKNOWN);
    return new Answer.Refusal(more);
  }

  private static Answer answer(Expect expect) {
    return switch (expect) {
      case Expect.Bytes(Data data) -> new Answer.Bytes(data);
      case Expect.Done done -> new Answer.Done();
      case Expect.Failure failure -> new Answer.Refusal(failure.anyOf());
    };
  }

  private static Request request(vail.conform.vector.Request request, Grants grants) {
    return switch (request) {
      case vail.conform.vector.Request.Install(BookName name, Data book) ->
          new Request.Book(name.slot(), name.epoch(), book.bytes());
      case vail.conform.vector.Request.Encode(EncodeOptions options, Data symbols) ->
          encode(options, symbols.bytes());
      case vail.conform.vector.Request.Decode(Data block) -> decode(block.bytes(), grants);
      case vail.conform.vector.Request.Train train ->
          new Request.Train(
              train.bookClass() == BookClass.LONG, train.limit(), train.counts().counts());
      case vail.conform.vector.Request.Reset reset -> new Request.Reset();
    };
  }

  private static Request decode(byte[] block, Grants grants) {
    boolean plain = grants.blockSymbols() == ALL.blockSymbols() && grants.room() == ALL.room();
    return plain
        ? new Request.Decode(block)
        : new Request.DecodeWithin(grants.blockSymbols(), grants.room(), block);
  }

  private static Request encode(EncodeOptions options, byte[] symbols) {
    int flags =
        (options.order() == BlockOrder.STREAMED ? Request.STREAMED : 0)
            | (options.constant() == ConstantBlocks.ON ? Request.CONSTANT : 0);
    return switch (options.choice()) {
      case EncodeOptions.Raw() ->
          new Request.Encode(Request.RAW, 0, 0, new Request.Shape(0, 8), flags, symbols);
      // Slot 0 says raw here, so it cannot be asked as a wrong name of a book.
      case EncodeOptions.Fixed fixed when fixed.book().slot() == Request.RAW ->
          throw new WordlessException();
      case EncodeOptions.Fixed(BookName book, BiasRule bias, Shape shape) ->
          new Request.Encode(book.slot(), book.epoch(), bias(bias), shape(shape), flags, symbols);
      case EncodeOptions.Best best ->
          new Request.Best(
              best.books().stream().map(b -> new Request.Slot(b.slot(), b.epoch())).toList(),
              best.biases().stream().map(Script::bias).toList(),
              best.stride(),
              shape(best.shortShape()),
              shape(best.longShape()),
              flags,
              symbols);
    };
  }

  private static int bias(BiasRule rule) {
    return switch (rule) {
      case BiasRule.Absolute(int value) when value < Request.MEAN -> value;
      case BiasRule.Mean(int offset) when offset >= -128 && offset <= 127 ->
          Request.MEAN + (offset & 0xff);
      case BiasRule.Previous() -> Request.PREVIOUS;
      case BiasRule.Absolute absolute -> throw new WordlessException();
      case BiasRule.Mean mean -> throw new WordlessException();
    };
  }

  private static Request.Shape shape(Shape shape) {
    return new Request.Shape(Integer.numberOfTrailingZeros(shape.lanes()), shape.wordBits());
  }

  private static List<Step> steps(Mapping mapping) {
    ByteArrayOutputStream planes = new ByteArrayOutputStream();
    mapping.planes().forEach(plane -> planes.writeBytes(plane.bytes()));
    int split = mapping.split().number();
    byte[] all = planes.toByteArray();
    return Stream.of(
            new Step(
                new Request.Split(split, mapping.tensor().bytes()), new Answer.Bytes(Data.of(all))),
            new Step(new Request.Join(split, all), new Answer.Bytes(mapping.tensor())))
        .toList();
  }
}
