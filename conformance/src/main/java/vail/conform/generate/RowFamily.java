package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import vail.block.BlockOrder;
import vail.conform.coverage.Factors;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;

/** Encoding by rows of a covering array; every block that comes out is decoded, too. */
final class RowFamily implements Family {
  private static final String CLAUSES = "B-01 B-05 B-08 B-09 B-10 B-11 B-14 B-15 B-16 B-17 B-20";

  private final String name;
  private final List<Row> rows;

  /** Rows under a name that ids are made from. */
  RowFamily(String name, List<Row> rows) {
    this.name = name;
    this.rows = List.copyOf(rows);
  }

  /** Rows with all legal combinations of so many values. */
  static RowFamily all(String name, int strength) {
    return new RowFamily(name, rows(name, strength, RowFamily::together));
  }

  /** The same for blocks that are coded whatever comes: streamed, fixed, never constant. */
  static RowFamily coded(String name, int strength) {
    Covering.Legal legal = (i, a, j, b) -> together(i, a, j, b) && isCoded(i, a) && isCoded(j, b);
    return new RowFamily(name, rows(name, strength, legal));
  }

  private static boolean isCoded(int factor, int value) {
    String label = Factors.ALL.get(factor).values().get(value);
    return switch (Factors.ALL.get(factor).name()) {
      case "symbols" -> Integer.parseInt(label) <= 16_384;
      case "order" -> label.equals("streamed");
      case "constant" -> label.equals("off");
      case "method" -> label.equals("fixed");
      default -> true;
    };
  }

  private static List<Row> rows(String name, int strength, Covering.Legal legal) {
    int[] sizes = Factors.ALL.stream().mapToInt(factor -> factor.values().size()).toArray();
    long seed = Xoshiro256.seed(Suite.MAJOR, name + ".rows", strength);
    return Covering.rows(sizes, strength, legal, seed).stream().map(Row::of).toList();
  }

  /** What the format, or sense, forbids: 8-bit words for long books and the like. */
  static boolean together(int i, int a, int j, int b) {
    if (i > j) {
      return together(j, b, i, a);
    }
    String one = Factors.ALL.get(i).values().get(a);
    String other = Factors.ALL.get(j).values().get(b);
    return switch (Factors.ALL.get(i).name() + " " + Factors.ALL.get(j).name()) {
      case "word book" -> !one.equals("8") || Factors.SHORT_BOOKS.contains(other);
      case "symbols order" -> Integer.parseInt(one) <= 16_384 || other.equals("stored");
      case "book distribution" -> Books.of(one).hasEscape() || !other.equals("unseen");
      case "distribution bias" ->
          !other.startsWith("mean") || !List.of("longest", "alternating", "unseen").contains(one);
      default -> true;
    };
  }

  @Override
  public int size() {
    return 2 * rows.size();
  }

  /** Even indices encode, odd ones decode what the row before them gives. */
  @Override
  public Vector vector(int index) {
    Row row = rows.get(index / 2);
    long seed = Xoshiro256.seed(Suite.MAJOR, name, index / 2);
    Vector encode = encode(row, index / 2, seed);
    return index % 2 == 0 ? encode : decode(row, index / 2, encode);
  }

  private Vector encode(Row row, int number, long seed) {
    EncodeOptions options = row.options();
    return draft("enc", row, number)
        .cites(CLAUSES + extra(row))
        .hunts("BitOrder CodeTable LaneDeal LastRound SizeEdge")
        .encode(options, row.data(seed));
  }

  private static String extra(Row row) {
    return (row.bias().startsWith("mean") ? " B-06" : "")
        + (row.order() == BlockOrder.STORED ? " B-26" : "")
        + (row.chooses() ? " B-25" : " B-24");
  }

  private Vector decode(Row row, int number, Vector encode) {
    if (encode.body() instanceof Exchange(Request request, Expect.Bytes(Data block))) {
      return draft("dec", row, number)
          .cites("B-05 B-10 B-11 B-12 B-21 C-05")
          .hunts("BitOrder CodeTable Escape LaneDeal LastRound SizeEdge")
          .answered(Kind.DECODE, new Request.Decode(block), row.data(seedOf(number)));
    }
    throw new IllegalStateException("a row that gives no block: " + row);
  }

  private long seedOf(int number) {
    return Xoshiro256.seed(Suite.MAJOR, name, number);
  }

  private Draft draft(String what, Row row, int number) {
    Draft draft =
        new Draft(Text.of("%s.%s.%04d", what, name, number + 1), row.title())
            .with(Row.SLOT, 0, row.book(), row.codebook());
    return row.chooses()
        ? draft.with(Row.RIVAL_SLOT, 0, row.rival(), Books.of(row.rival()))
        : draft;
  }

  /** Rows drawn at random, without any plan. */
  static List<Row> drawn(Xoshiro256 random, int count) {
    List<Row> rows = new ArrayList<>();
    while (rows.size() < count) {
      int[] values = new int[Factors.ALL.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.below(Factors.ALL.get(i).values().size());
      }
      if (isLegal(values)) {
        rows.add(Row.of(values));
      }
    }
    return rows;
  }

  private static boolean isLegal(int[] values) {
    boolean legal = true;
    for (int i = 0; i < values.length; i++) {
      for (int j = i + 1; j < values.length; j++) {
        legal &= together(i, values[i], j, values[j]);
      }
    }
    return legal;
  }
}
