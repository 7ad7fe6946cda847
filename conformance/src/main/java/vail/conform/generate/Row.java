package vail.conform.generate;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import vail.block.BlockOrder;
import vail.block.ConstantBlocks;
import vail.code.BiasTransform;
import vail.code.BookClass;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.conform.coverage.Factors;
import vail.conform.coverage.Factors.Factor;
import vail.conform.vector.BiasRule;
import vail.conform.vector.BookName;
import vail.conform.vector.Data;
import vail.conform.vector.EncodeOptions;
import vail.conform.vector.Recipe;
import vail.conform.vector.Shape;
import vail.conform.vector.Text;

/** One value of every factor, and the request that has them. */
record Row(
    int symbols,
    int lanes,
    int word,
    String book,
    String distribution,
    BlockOrder order,
    String bias,
    ConstantBlocks constant,
    String method) {
  /** Where the row's own book is installed, and the one that {@code best} has to choose from. */
  static final int SLOT = 7;

  static final int RIVAL_SLOT = 9;

  /** How far the scale has drifted where the bias follows the data. */
  private static final int DRIFT = 37;

  /** Symbols of a repeated sequence at most. */
  private static final int LONGEST_CYCLE = 16;

  /** The row of some values of {@link Factors#ALL}. */
  static Row of(int[] values) {
    String[] labels = new String[values.length];
    for (int i = 0; i < labels.length; i++) {
      Factor factor = Factors.ALL.get(i);
      labels[i] = factor.values().get(values[i]);
    }
    return new Row(
        Integer.parseInt(labels[0]),
        Integer.parseInt(labels[1]),
        Integer.parseInt(labels[2]),
        labels[3],
        labels[4],
        labels[5].equals("stored") ? BlockOrder.STORED : BlockOrder.STREAMED,
        labels[6],
        labels[7].equals("on") ? ConstantBlocks.ON : ConstantBlocks.OFF,
        labels[8]);
  }

  String title() {
    return Text.of(
        "%d symbols, %s, for %s, %dx%d, bias %s", symbols, distribution, book, lanes, word, bias);
  }

  Codebook codebook() {
    return Books.of(book);
  }

  /** The next book in the list of its class; it makes {@code best} choose. */
  String rival() {
    List<String> peers =
        Factors.SHORT_BOOKS.contains(book) ? Factors.SHORT_BOOKS : Factors.LONG_BOOKS;
    return peers.get((peers.indexOf(book) + 1) % peers.size());
  }

  boolean chooses() {
    return !method.equals("fixed");
  }

  EncodeOptions options() {
    Shape shape = new Shape(lanes, word);
    BiasRule rule = BiasRule.of(bias);
    BookName own = new BookName(SLOT, 0);
    if (!chooses()) {
      return new EncodeOptions(new EncodeOptions.Fixed(own, rule, shape), order, constant);
    }
    boolean isLong = codebook().bookClass() == BookClass.LONG;
    Shape other = new Shape(lanes, Math.max(16, word));
    return new EncodeOptions(
        new EncodeOptions.Best(
            List.of(own, new BookName(RIVAL_SLOT, 0)),
            List.of(rule, new BiasRule.Absolute(3)),
            Integer.parseInt(method.substring("best/".length())),
            shape,
            isLong ? shape : other),
        order,
        constant);
  }

  /** The symbols as a recipe: what the book is to see, moved back by the bias. */
  Data data(long seed) {
    boolean known = BiasRule.of(bias) instanceof BiasRule.Absolute;
    int shift = known ? Integer.parseInt(bias) : DRIFT;
    Codebook code = codebook();
    return switch (distribution) {
      case "book" -> Data.of(new Recipe.Draw(seed, symbols, Tables.of(book, code), shift));
      case "constant" -> cycle(shift, List.of(first(code, shortest(code))));
      case "longest" -> cycle(shift, all(t -> code.length(t) == longest(code)));
      case "unseen" -> cycle(shift, all(t -> code.length(t) == 0));
      case "alternating" ->
          cycle(shift, List.of(first(code, shortest(code)), first(code, longest(code))));
      default -> Data.of(new Recipe.Draw(seed, symbols, Tables.of(distribution), shift));
    };
  }

  private Data cycle(int shift, List<Integer> sequence) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    sequence.stream()
        .limit(LONGEST_CYCLE)
        .forEach(t -> bytes.write(BiasTransform.invert(t, shift)));
    return Data.of(new Recipe.Cycle(symbols, HexFormat.of().formatHex(bytes.toByteArray())));
  }

  private static List<Integer> all(IntPredicate wanted) {
    return java.util.stream.IntStream.range(0, CodeLengths.ESC).filter(wanted).boxed().toList();
  }

  private static int first(Codebook code, int length) {
    return all(t -> code.length(t) == length).getFirst();
  }

  private static int longest(Codebook code) {
    return all(code::hasCode).stream().mapToInt(code::length).max().orElseThrow();
  }

  private static int shortest(Codebook code) {
    return all(code::hasCode).stream().mapToInt(code::length).min().orElseThrow();
  }
}
