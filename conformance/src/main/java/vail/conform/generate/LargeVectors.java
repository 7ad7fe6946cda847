package vail.conform.generate;

import static vail.block.BlockOrder.STORED;

import java.util.ArrayList;
import java.util.List;
import vail.block.Layout;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.Data;
import vail.conform.vector.Exchange;
import vail.conform.vector.Expect;
import vail.conform.vector.Kind;
import vail.conform.vector.Recipe;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.fault.Limits;

/**
 * The largest blocks in the portable layout (B-27), with many escapes and with few: only there do
 * kernels begin that take time to prepare.
 */
final class LargeVectors {
  private static final int SYMBOLS = Limits.MAX_BLOCK_SYMBOLS;

  /** A book and the layout it is coded in. */
  private record Pair(String book, Layout layout) {}

  private static final List<Pair> PAIRS =
      List.of(new Pair("steps", Layout.PORTABLE), new Pair("geometric-8", Layout.PORTABLE));

  private LargeVectors() {}

  static List<Vector> all() {
    List<Vector> all = new ArrayList<>();
    for (int i = 0; i < PAIRS.size(); i++) {
      all.addAll(bothWays(PAIRS.get(i), i));
    }
    return all;
  }

  private static List<Vector> bothWays(Pair pair, int i) {
    long seed = Xoshiro256.seed(Suite.MAJOR, "large", i);
    Data symbols =
        Data.of(new Recipe.Draw(seed, SYMBOLS, Tables.of(pair.book, Books.of(pair.book)), 3));
    Layout layout = pair.layout;
    Vector encode =
        draft("enc", pair, i)
            .cites("B-10 B-14 B-26 B-27")
            .encode(Options.fixed(7, 0, "3", layout.lanes(), layout.wordBits(), STORED), symbols);
    if (encode.body() instanceof Exchange(var request, Expect.Bytes(Data block))) {
      return List.of(
          encode,
          draft("dec", pair, i)
              .cites("B-10 B-11 B-12 B-27")
              .answered(Kind.DECODE, new Request.Decode(block), symbols));
    }
    throw new IllegalStateException(encode.id() + " gives no block");
  }

  private static Draft draft(String what, Pair pair, int i) {
    String title = Text.of("%d symbols for %s, %s", SYMBOLS, pair.book, pair.layout);
    return new Draft(Text.of("%s.large.%04d", what, i + 1), title)
        .with(7, 0, pair.book, Books.of(pair.book))
        .hunts("CodeTable Escape LaneDeal SizeEdge");
  }
}
