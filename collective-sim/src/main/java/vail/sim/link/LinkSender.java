package vail.sim.link;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sending end of a link. Keeps what has not been acknowledged; whatever happens to its line, it
 * makes another, greets, and goes on with the parcel that the answer names, as often in a row as
 * the terms say.
 */
final class LinkSender implements Wire {
  private final int link;
  private final int to;
  private final Terms terms;
  private final Ways ways;
  private final Consumer<Throwable> trouble;
  private final Credits credits;
  private final Promise<Wire> open = Promise.promise();
  private final Promise<Void> end = Promise.promise();
  private final ArrayDeque<Parcel> sent = new ArrayDeque<>();
  private Optional<Call> call = Optional.empty();
  private Optional<Loss> loss = Optional.empty();
  private int due;
  private int tries;
  private boolean ending;

  LinkSender(int link, int to, Terms terms, Ways ways, Consumer<Throwable> trouble) {
    this.link = link;
    this.to = to;
    this.terms = terms;
    this.ways = ways;
    this.trouble = trouble;
    credits = new Credits(terms.window(), used -> ways.watch().onTheWay(link, used));
  }

  /** Makes the first line; completes when it has been answered. */
  Future<Wire> open() {
    connect();
    return open.future();
  }

  private void connect() {
    ways.lines()
        .connect(link, to)
        .onSuccess(this::begin)
        .onFailure(_ -> {
          if (lost(Loss.REFUSED)) {
            ways.timer().after(terms.silence(), this::connect);
          }
        });
  }

  private void begin(Line line) {
    Call next = new Call(this, line, terms, ways.timer());
    call = Optional.of(next);
    next.greet(new Greeting(terms.run(), link));
  }

  @Override
  public Future<Void> write(Parcel parcel) {
    return credits
        .take(parcel.bytes())
        .onSuccess(_ -> {
          sent.add(parcel);
          call.ifPresent(each -> each.send(due + sent.size() - 1, parcel));
        });
  }

  @Override
  public Future<Void> end() {
    ending = true;
    call.ifPresent(this::checkEnd);
    return end.future();
  }

  /** Whether an answer has to come. */
  boolean waits() {
    return ending || !sent.isEmpty();
  }

  /** Bytes that have not been acknowledged. */
  long onTheWay() {
    return sent.stream().mapToLong(Parcel::bytes).sum();
  }

  /** The first answer on a line: everything from there on is sent again. */
  void greeted(Call from, int next) {
    boolean progress = acknowledge(next) || sent.isEmpty();
    from.start(due, sent);
    if (progress) {
      recovered();
    }
    open.tryComplete(this);
    checkEnd(from);
  }

  /** An answer to a parcel, or to the greeting at the end. */
  void answered(Call from, int next) {
    if (acknowledge(next)) {
      recovered();
    }
    checkEnd(from);
  }

  /** Whether the other end has more than was known; an answer that was overtaken says nothing. */
  private boolean acknowledge(int next) {
    long bytes = 0;
    int before = due;
    while (due < next && !sent.isEmpty()) {
      bytes += sent.removeFirst().bytes();
      due++;
    }
    credits.give(bytes);
    return due > before;
  }

  private void recovered() {
    loss.ifPresent(first -> ways.watch().recovered(new Recovery(link, first, due, tries)));
    loss = Optional.empty();
    tries = 0;
  }

  private void checkEnd(Call from) {
    if (ending && sent.isEmpty() && from.asked(new Greeting(terms.run(), link))) {
      from.close();
      call = Optional.empty();
      end.tryComplete();
    }
  }

  /** Whether a number is one that the other end may name. */
  boolean mayName(int next) {
    return next <= due + sent.size();
  }

  /** The line was given up; the next one is made at once. */
  void lost(Call from, Loss why) {
    if (call.filter(each -> each == from).isPresent()) {
      call = Optional.empty();
      if (lost(why)) {
        connect();
      }
    }
  }

  private boolean lost(Loss why) {
    loss = loss.or(() -> Optional.of(why));
    if (++tries <= terms.tries()) {
      return true;
    }
    LinkDownException down = new LinkDownException(link, to, why, terms.tries());
    open.tryFail(down);
    end.tryFail(down);
    credits.fail(down);
    trouble.accept(down);
    return false;
  }
}
