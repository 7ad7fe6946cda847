package vail.conform.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import vail.block.BlockOrder;
import vail.block.Layout;
import vail.code.BookClass;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.conform.random.Xoshiro256;
import vail.conform.vector.BookName;
import vail.conform.vector.Catalogue;
import vail.conform.vector.Data;
import vail.conform.vector.Kind;
import vail.conform.vector.Level;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;

/**
 * The fourth level: a few vectors of most kinds, with books and symbols that nobody has seen, from
 * a seed that is new for every run and repeats the run.
 */
public final class Fresh {
  private static final int ROWS = 24;
  private static final int BOOKS = 8;

  private final String name;
  private final Xoshiro256 random;
  private final SequencedMap<String, Codebook> books = new LinkedHashMap<>(Books.all());
  private final List<Vector> vectors = new ArrayList<>();

  private Fresh(long seed) {
    this.name = Text.of("fresh-%016x", seed);
    this.random = new Xoshiro256(seed);
  }

  /** The level of a seed. */
  public static VectorSet of(long seed) {
    Fresh fresh = new Fresh(seed);
    fresh.vectors.addAll(new RowFamily(fresh.name, RowFamily.drawn(fresh.random, ROWS)).all());
    List<Base> bases = new ArrayList<>();
    for (int i = 0; i < BOOKS; i++) {
      bases.add(fresh.base(i));
    }
    fresh.code(bases);
    List<Base> broken = List.of(bases.get(fresh.random.below(BOOKS)));
    fresh.vectors.addAll(FrameNegatives.of("dec.neg." + fresh.name, broken));
    fresh.vectors.addAll(PayloadNegatives.of("dec.neg." + fresh.name, broken));
    Catalogue known = Suite.catalogue();
    return new VectorSet(
        Level.FRESH,
        Suite.VERSION,
        new Catalogue(fresh.books, known.tables(), known.flags()),
        fresh.vectors);
  }

  /** The seed of a set, 16 hexadecimal digits. */
  public static String seedOf(VectorSet fresh) {
    String id = fresh.vectors().getFirst().id();
    int at = id.indexOf("fresh-") + "fresh-".length();
    return id.substring(at, at + 16);
  }

  /** A book from counts that were drawn, and a block of it. */
  private Base base(int i) {
    BookClass bookClass = i % 2 == 0 ? BookClass.SHORT : BookClass.LONG;
    int limit = i % 2 == 0 ? 8 : 8 + random.below(8);
    Histogram counts = Histogram.of(TrainVectors.random(random, i).counts());
    vectors.add(
        draft("train", i, "counts drawn, limit " + limit)
            .cites("C-13 C-14 C-15 C-16 C-17 C-18")
            .hunts("Training")
            .ask(Kind.TRAIN, new Request.Train(bookClass, limit, counts)));
    Codebook book = CodebookTrainer.train(counts, new LengthLimit(bookClass, limit));
    String called = Text.of("%s-%d", name, i);
    books.put(called, book);
    return Base.of(
        called,
        book,
        new Layout(1 << random.below(7), i % 2 == 0 ? 8 << random.below(3) : 16 << random.below(2)),
        BlockOrder.STREAMED,
        random.below(255),
        2 + random.below(800),
        random.next());
  }

  private void code(List<Base> bases) {
    for (int i = 0; i < bases.size(); i++) {
      Base base = bases.get(i);
      Data symbols = Data.of(base.symbols());
      vectors.add(
          draft("book", i, "a book that nobody knows")
              .cites("C-07 C-09")
              .hunts("HostileBook")
              .ask(
                  Kind.BOOK,
                  new Request.Install(new BookName(7, 0), Data.of(base.book().toBytes()))));
      vectors.add(
          base.draft(Text.of("enc.%s.b%03d", name, i), base.toString())
              .cites("B-05 B-09 B-10 B-11 B-14 B-16")
              .hunts("BitOrder CodeTable LaneDeal")
              .encode(base.options(), symbols));
      vectors.add(
          base.draft(Text.of("dec.%s.b%03d", name, i), base.toString())
              .cites("B-05 B-10 B-11 B-12")
              .hunts("BitOrder CodeTable Escape LaneDeal")
              .answered(Kind.DECODE, new Request.Decode(Data.of(base.block())), symbols));
    }
  }

  private Draft draft(String what, int number, String title) {
    return new Draft(Text.of("%s.%s.%04d", what, name, number), title);
  }
}
