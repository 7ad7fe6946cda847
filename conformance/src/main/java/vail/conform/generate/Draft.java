package vail.conform.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vail.code.BookId;
import vail.code.Codebook;
import vail.conform.vector.Body;
import vail.conform.vector.Data;
import vail.conform.vector.Duty;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Flow;
import vail.conform.vector.Grants;
import vail.conform.vector.InstalledBook;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Session;
import vail.conform.vector.Stalls;
import vail.conform.vector.Vector;
import vail.fault.Fault;

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

  /** A decoding whose answer is known to be some symbols; the reference must agree. */
  Vector answered(Kind kind, Request request, Data symbols) {
    Expect answer = answers().answer(request);
    if (!(answer instanceof Expect.Bytes(Data data))
        || !Arrays.equals(data.bytes(), symbols.bytes())) {
      throw new IllegalStateException(id + ": the block does not decode to its symbols");
    }
    return body(kind, new Exchange(request, new Expect.Bytes(symbols)));
  }

  /** A request that must end in a fault, of this class first. */
  Vector refused(Kind kind, Request request, Fault fault) {
    Vector vector = ask(kind, request);
    if (!(vector.body() instanceof Exchange(var asked, Expect.Failure failure))
        || failure.anyOf().getFirst() != fault) {
      throw new IllegalStateException(id + " is not " + fault + " but " + vector.body());
    }
    return vector;
  }

  /** A block to be refused, for a reason first, and on hardware perhaps for others. */
  Vector refusedAnyOf(Request request, Fault fault, List<Fault> others) {
    Vector one = refused(Kind.DECODE_NEGATIVE, request, fault);
    Expect.Failure failure = (Expect.Failure) ((Exchange) one.body()).expect();
    List<Fault> anyOf = new ArrayList<>(List.of(fault));
    anyOf.addAll(others);
    return body(
        Kind.DECODE_NEGATIVE, new Exchange(request, new Expect.Failure(anyOf, failure.at())));
  }

  Vector session(List<Request> requests) {
    Answers answers = answers();
    return body(Kind.SESSION, new Session(requests.stream().map(answers::exchange).toList()));
  }

  Vector flow(Request request, Stalls stalls) {
    return body(Kind.FLOW, new Flow(answers().exchange(request), stalls));
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
