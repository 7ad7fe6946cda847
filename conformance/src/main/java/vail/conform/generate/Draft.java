package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vail.code.BookId;
import vail.code.Codebook;
import vail.conform.vector.Body;
import vail.conform.vector.Data;
import vail.conform.vector.Duty;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Exchange;
import vail.conform.vector.Flow;
import vail.conform.vector.Grants;
import vail.conform.vector.InstalledBook;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Session;
import vail.conform.vector.Stalls;
import vail.conform.vector.Vector;

/** A vector in the making: what it is about first, then the question; the answer is worked out. */
final class Draft {
  private final String id;
  private final String title;
  private final List<String> clauses = new ArrayList<>();
  private final List<String> flags = new ArrayList<>();
  private final List<InstalledBook> books = new ArrayList<>();
  private Grants grants = Grants.ALL;

  Draft(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /** Clauses it tests; separated by spaces. */
  Draft cites(String some) {
    clauses.addAll(List.of(some.split(" ")));
    return this;
  }

  /** Flags it hunts; separated by spaces. */
  Draft hunts(String some) {
    flags.addAll(List.of(some.split(" ")));
    return this;
  }

  /** A book that is installed. */
  Draft with(int slot, int epoch, String name, Codebook book) {
    books.add(new InstalledBook(new BookId(slot, epoch), name, book));
    return this;
  }

  /** What the decoder is granted. */
  Draft within(Grants granted) {
    grants = granted;
    return this;
  }

  Vector encode(EncodeOptions options, Data symbols) {
    return ask(Kind.ENCODE, new Request.Encode(options, symbols));
  }

  Vector decode(Kind kind, byte[] block) {
    return ask(kind, new Request.Decode(Data.of(block)));
  }

  /** A request of a kind, with the reference's answer. */
  Vector ask(Kind kind, Request request) {
    return body(kind, answers().exchange(request));
  }

  Vector session(List<Request> requests) {
    Answers answers = answers();
    return body(Kind.SESSION, new Session(requests.stream().map(answers::exchange).toList()));
  }

  Vector flow(Request request, Stalls stalls) {
    return body(Kind.FLOW, new Flow(answers().exchange(request), stalls));
  }

  /** An exchange whose answer is looked over before it is taken. */
  Vector ask(Kind kind, Request request, Function<Exchange, Exchange> seen) {
    return body(kind, seen.apply(answers().exchange(request)));
  }

  Vector body(Kind kind, Body body) {
    return new Vector(
        id,
        kind,
        Duty.MUST,
        title,
        clauses,
        flags,
        NeedsOf.of(books, grants, body),
        books,
        grants,
        body);
  }

  private Answers answers() {
    return Answers.ofReference(books, grants);
  }
}
