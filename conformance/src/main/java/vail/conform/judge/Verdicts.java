package vail.conform.judge;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import vail.code.BookSet;
import vail.conform.compare.BlockDifference;
import vail.conform.compare.BookDifference;
import vail.conform.compare.SymbolDifference;
import vail.conform.dut.DutFailure;
import vail.conform.judge.Step.Answer;
import vail.conform.vector.Data;
import vail.conform.vector.InstalledBook;
import vail.conform.vector.Vector;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;

/** Trials as results that can be kept and shown. */
public final class Verdicts {
  private static final int MOST_HEX_BYTES = 4096;

  private Verdicts() {}

  static Result result(Question question, Trial trial) {
    Vector vector = question.vector();
    boolean shown = trial.state().fails() || trial.state() == State.NON_STRICT;
    return new Result(
        vector.id(),
        trial.state(),
        trial.error(),
        question.level().label(),
        vector.kind().label(),
        vector.title(),
        vector.clauses(),
        question.features(),
        shown ? trial.wrong().map(w -> evidence(vector, w)).orElse(Evidence.NONE) : Evidence.NONE);
  }

  /** The result of the conversation as such, e.g. of a HELLO that got no answer. */
  public static Result ofProtocol(String id, DutFailure failure) {
    return new Result(
        id,
        Examiner.state(failure),
        String.valueOf(failure.getMessage()),
        "protocol",
        "protocol",
        "the conversation itself",
        List.of(),
        List.of(),
        Evidence.NONE);
  }

  private static Evidence evidence(Vector vector, Trial.Wrong wrong) {
    Step step = wrong.step();
    return new Evidence(
        step.request().title(),
        hex(Requests.message(0, step.request()).body()),
        step.answer() instanceof Answer.Bytes(Data data)
            ? hex(data.bytes())
            : step.answer().words(),
        wrong.reply().map(Verdicts::words).orElse(""),
        difference(vector, step, wrong.reply()));
  }

  private static String words(Reply reply) {
    return switch (reply) {
      case Reply.Data(byte[] bytes) -> hex(bytes);
      case Reply.Done done -> "done";
      case Reply.Welcome welcome -> "a claim";
      case Reply.Refusal(int fault, String text) ->
          "fault " + fault + (text.isEmpty() ? "" : ": " + text);
    };
  }

  private static List<String> difference(Vector vector, Step step, Optional<Reply> reply) {
    if (!(step.answer() instanceof Answer.Bytes(Data expected))
        || !(reply.orElse(new Reply.Done()) instanceof Reply.Data(byte[] actual))) {
      return List.of();
    }
    BookSet books = books(vector);
    return switch (step.request()) {
      case Request.Encode request ->
          BlockDifference.lines(books, request.symbols(), expected.bytes(), actual);
      case Request.EncodeWithin request ->
          BlockDifference.lines(books, request.encode().symbols(), expected.bytes(), actual);
      case Request.Best request ->
          BlockDifference.lines(books, request.symbols(), expected.bytes(), actual);
      case Request.Decode(byte[] block) ->
          SymbolDifference.lines(books, block, expected.bytes(), actual);
      case Request.DecodeWithin request ->
          SymbolDifference.lines(books, request.block(), expected.bytes(), actual);
      case Request.Train request -> BookDifference.lines(expected.bytes(), actual);
      case Request.Hello request -> List.of();
      case Request.Book request -> List.of();
      case Request.Reset request -> List.of();
      case Request.Split request -> List.of();
      case Request.Join request -> List.of();
      case Request.Call request ->
          List.of(
              "call   " + text(request.json()),
              "right  " + text(expected.bytes()),
              "came   " + text(actual));
    };
  }

  /** The books before the first step; a session that installs others shows less. */
  private static BookSet books(Vector vector) {
    BookSet books = BookSet.empty();
    for (InstalledBook book : vector.books()) {
      books = books.with(book.id(), book.book());
    }
    return books;
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  private static String hex(byte[] bytes) {
    HexFormat hex = HexFormat.of();
    return bytes.length <= MOST_HEX_BYTES
        ? hex.formatHex(bytes)
        : hex.formatHex(bytes, 0, MOST_HEX_BYTES) + "… (" + bytes.length + " bytes)";
  }
}
