package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import vail.code.BookClass;
import vail.code.Histogram;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Fault;

/** Counts to books: every limit, ties, limits that bind, counts at the edge of 48 bits. */
final class TrainVectors {
  private static final String CLAUSES = "C-13 C-14 C-15 C-16 C-17 C-18";
  private static final long MOST = Histogram.COUNT_LIMIT - 1;

  private final List<Vector> vectors = new ArrayList<>();

  private TrainVectors() {}

  static List<Vector> all() {
    TrainVectors train = new TrainVectors();
    for (Counts counts : shapes()) {
      train.add(BookClass.SHORT, 8, counts);
      train.add(BookClass.LONG, 8 + train.vectors.size() % 8, counts);
    }
    for (int i = 0; i < 90; i++) {
      Xoshiro256 random = new Xoshiro256(Xoshiro256.seed(Suite.MAJOR, "train", i));
      Counts counts = random(random, i);
      train.add(BookClass.SHORT, 8, counts);
      train.add(BookClass.LONG, 8 + i % 8, counts);
    }
    train.limits();
    return train.vectors;
  }

  /** Counts with a name. */
  @SuppressWarnings("ArrayRecordComponent") // counts that nobody changes
  record Counts(String what, long[] counts) {}

  private interface Rule {
    long count(int symbol);
  }

  private static Counts each(String what, Rule rule) {
    long[] counts = new long[256];
    for (int symbol = 0; symbol < 256; symbol++) {
      counts[symbol] = rule.count(symbol);
    }
    return new Counts(what, counts);
  }

  private static List<Counts> shapes() {
    List<Counts> all = new ArrayList<>();
    all.add(each("nothing", s -> 0));
    for (int symbol : new int[] {0, 1, 128, 255}) {
      all.add(each("only " + symbol, s -> s == symbol ? 1000 : 0));
    }
    for (int symbols : new int[] {2, 3, 4, 7, 8, 9, 127, 128, 129, 254, 255, 256}) {
      all.add(each(symbols + " as often", s -> s < symbols ? 5 : 0));
      all.add(each(symbols + " from the end", s -> s >= 256 - symbols ? 1 : 0));
    }
    all.add(each("all at the limit", s -> MOST));
    all.add(each("one at the limit, the others once", s -> s == 77 ? MOST : 1));
    all.add(each("doubling", s -> s < 40 ? 1L << s : 0));
    all.add(each("doubling from the end", s -> s >= 220 ? 1L << 255 - s : 0));
    all.add(each("Fibonacci", s -> s < 60 ? fibonacci(s) : 0));
    all.add(each("rising", s -> s + 1));
    all.add(each("falling", s -> 256 - s));
    all.add(each("two levels", s -> s % 2 == 0 ? 1000 : 1));
    all.add(each("four levels", s -> 1L << s / 64 * 5));
    for (var table : Tables.all().subList(0, 5)) {
      all.add(new Counts(table.name(), table.weights()));
    }
    return all;
  }

  private static long fibonacci(int n) {
    long one = 1;
    long next = 1;
    for (int i = 0; i < n; i++) {
      long sum = one + next;
      one = next;
      next = sum;
    }
    return one;
  }

  /** Few or many symbols, small or large counts, so that ties are common in some. */
  static Counts random(Xoshiro256 random, int number) {
    int symbols = 1 + random.below(256);
    int bits = 1 + random.below(number % 3 == 0 ? 3 : 47);
    long[] counts = new long[256];
    for (int i = 0; i < symbols; i++) {
      counts[random.below(256)] = random.below(1L << 1 + random.below(bits));
    }
    return new Counts(Text.of("drawn, up to %d bits", bits), counts);
  }

  private void add(BookClass bookClass, int limit, Counts counts) {
    vectors.add(
        draft("train.kat", Text.of("%s, limit %d", counts.what, limit))
            .cites(CLAUSES)
            .ask(Kind.TRAIN, request(bookClass, limit, counts)));
  }

  /** Limits that no class has. */
  private void limits() {
    Counts some = each("some", s -> s % 7);
    for (int limit : new int[] {0, 1, 7, 9, 15, 16, 255}) {
      refuse(BookClass.SHORT, limit, some);
    }
    for (int limit : new int[] {0, 7, 16, 255}) {
      refuse(BookClass.LONG, limit, some);
    }
  }

  private void refuse(BookClass bookClass, int limit, Counts counts) {
    String what =
        Text.of("limit %d for a %s book", limit, bookClass).toLowerCase(java.util.Locale.ROOT);
    Draft draft = draft("train.neg", what).cites("C-13 F-21");
    vectors.add(draft.refused(Kind.TRAIN, request(bookClass, limit, counts), Fault.BAD_ARGUMENT));
  }

  private static Request.Train request(BookClass bookClass, int limit, Counts counts) {
    return new Request.Train(bookClass, limit, Histogram.of(counts.counts));
  }

  private Draft draft(String prefix, String title) {
    return new Draft(Text.of("%s.%04d", prefix, vectors.size() + 1), title).hunts("Training");
  }
}
