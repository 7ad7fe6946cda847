package vail.conform.generate;

import static vail.block.BlockOrder.STORED;
import static vail.block.BlockOrder.STREAMED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vail.block.BlockOrder;
import vail.code.Codebook;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Recipe;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;

/** Requests in a row: what may not stay behind, and what must. */
final class SessionVectors {
  private final List<Vector> vectors = new ArrayList<>();

  private SessionVectors() {}

  static List<Vector> all() {
    SessionVectors sessions = new SessionVectors();
    for (int epoch : new int[] {0, 1, 127, 254, 255}) {
      sessions.refresh(epoch);
    }
    for (Base base : Base.ALL) {
      sessions.afterFault(base);
      sessions.largeThenSmall(base);
    }
    for (int i = 0; i < 12; i++) {
      sessions.takingTurns(i);
    }
    for (int i = 0; i < 10; i++) {
      sessions.previous(i);
    }
    for (int i = 0; i < 6; i++) {
      sessions.refusedBook(i);
    }
    sessions.reset();
    return sessions.vectors;
  }

  private void add(String title, String clauses, String flags, List<Request> requests) {
    vectors.add(
        new Draft(Text.of("ses.kat.%04d", vectors.size() + 1), title)
            .cites(clauses)
            .hunts(flags)
            .session(requests));
  }

  private static Request install(int slot, int epoch, Codebook book) {
    return new Request.Install(new BookName(slot, epoch), Data.of(book.toBytes()));
  }

  private static Request decode(byte[] block) {
    return new Request.Decode(Data.of(block));
  }

  /** The next epoch, modulo 256, arrives between blocks of the one before. */
  private void refresh(int epoch) {
    int next = (epoch + 1) % 256;
    byte[] symbols = {1, 0, 2, 1, 0, 99};
    byte[] early = Blocks.of(Books.STEPS, Options.fixed(7, epoch, "0", 2, 8, STREAMED), symbols);
    byte[] late = Blocks.of(Books.STEPS_NEXT, Options.fixed(7, next, "0", 2, 8, STREAMED), symbols);
    add(
        Text.of("epoch %d, then %d", epoch, next),
        "C-10 F-08 B-16",
        "StaleBook State",
        List.of(
            install(7, epoch, Books.STEPS),
            decode(early),
            decode(late),
            install(7, next, Books.STEPS_NEXT),
            decode(late),
            decode(early),
            new Request.Encode(Options.fixed(7, next, "0", 2, 8, STREAMED), Data.of(symbols))));
  }

  /** Good, broken, good: nothing of the broken one stays. */
  private void afterFault(Base base) {
    byte[] good = base.block();
    byte[] noise = base.forge().spoil(4).block();
    byte[] payload = base.payload().bytes();
    byte[] longer =
        new BlockForge(good, Optional.of(base.book()))
            .payload(Arrays.copyOf(payload, payload.length + 1))
            .block();
    add(
        "good, broken, good: " + base,
        "B-22 B-21",
        "State Release",
        List.of(
            install(Base.SLOT, Base.EPOCH, base.book()),
            decode(good),
            decode(noise),
            decode(good),
            decode(longer),
            decode(good)));
  }

  /** A large block leaves tables and scratch behind that a small one must not see. */
  private void largeThenSmall(Base base) {
    Data large =
        Data.of(
            new Recipe.Draw(
                Xoshiro256.seed(Suite.MAJOR, "ses.large", vectors.size()),
                3000,
                Tables.of(base.name(), base.book()),
                base.bias()));
    Request.Encode first = new Request.Encode(base.options(), large);
    add(
        "3,000 symbols, then few: " + base,
        "B-10 B-14",
        "State LastRound",
        List.of(
            install(Base.SLOT, Base.EPOCH, base.book()),
            first,
            new Request.Encode(base.options(), Data.of(Arrays.copyOf(base.symbols(), 3))),
            new Request.Encode(base.options(), Data.of(base.symbols())),
            decode(base.block()),
            first));
  }

  /** Two books of other classes and layouts in turns, with biases that change. */
  private void takingTurns(int number) {
    Base one = Base.ALL.get(number % Base.ALL.size());
    Base other = Base.ALL.get((number * 5 + 3) % Base.ALL.size());
    byte[] of = Blocks.of(other.book(), at(other, 9), other.symbols());
    List<Request> requests = new ArrayList<>();
    requests.add(install(Base.SLOT, Base.EPOCH, one.book()));
    requests.add(install(9, Base.EPOCH, other.book()));
    for (int turn = 0; turn < 3; turn++) {
      requests.add(decode(one.block()));
      requests.add(decode(of));
      requests.add(new Request.Encode(at(other, 9), Data.of(one.symbols())));
      requests.add(new Request.Encode(one.options(), Data.of(other.symbols())));
    }
    add(one + " and " + other + " in turns", "B-05 B-10 C-10", "State StaleBook", requests);
  }

  private static EncodeOptions at(Base base, int slot) {
    return Options.fixed(
        slot,
        Base.EPOCH,
        Integer.toString(base.bias()),
        base.layout().lanes(),
        base.layout().wordBits(),
        base.order());
  }

  /** A stream under the rule previous: its mean goes from block to block, whatever their form. */
  private void previous(int number) {
    BlockOrder order = number % 2 == 0 ? STORED : STREAMED;
    EncodeOptions rule = Options.fixed(7, 0, "previous", 1 << number % 7, 8, order);
    List<Request> requests = new ArrayList<>();
    requests.add(install(7, 0, Books.GEOMETRIC));
    for (int block = 0; block < 4; block++) {
      long seed = Xoshiro256.seed(Suite.MAJOR, "ses.previous", 4L * number + block);
      Recipe drift = new Recipe.Draw(seed, 300, Tables.GEOMETRIC, (number * 31 + block * 7) % 255);
      requests.add(new Request.Encode(rule, Data.of(drift)));
    }
    requests.add(new Request.Encode(Options.constantOn(rule), Data.of(new byte[20])));
    requests.add(new Request.Encode(rule, Data.of(new byte[] {8, 9, 10})));
    requests.add(new Request.Encode(Options.constantOn(rule), Data.of(new byte[] {5, 5, 5})));
    requests.add(new Request.Encode(rule, Data.of(new byte[] {8, 9, 10})));
    add("the rule previous, " + order, "B-07", "Bias State", requests);
  }

  /** A book that is refused does not take the place of the one before. */
  private void refusedBook(int number) {
    Base base = Base.ALL.get(2 * number);
    byte[] broken = BookVectors.withLength(base.book().toBytes(), 256, 0);
    byte[] cut = Arrays.copyOf(base.book().toBytes(), 100 + number);
    BookName name = new BookName(Base.SLOT, Base.EPOCH);
    add(
        "a refused book leaves the old one: " + base,
        "C-08 C-10",
        "HostileBook State",
        List.of(
            install(Base.SLOT, Base.EPOCH, base.book()),
            new Request.Install(name, Data.of(cut)),
            decode(base.block()),
            new Request.Install(new BookName(Base.SLOT, Base.EPOCH + 1), Data.of(broken)),
            decode(base.block()),
            decode(base.forge().head(1, Base.EPOCH + 1).block())));
  }

  private void reset() {
    for (int i = 0; i < 4; i++) {
      Base base = Base.ALL.get(3 * i);
      Request installed = install(Base.SLOT, Base.EPOCH, base.book());
      Request again = new Request.Encode(base.options(), Data.of(base.symbols()));
      add(
          "reset, and again: " + base,
          "F-08 C-10",
          "State",
          List.of(
              installed,
              again,
              new Request.Reset(),
              again,
              decode(base.block()),
              installed,
              again));
    }
  }
}
