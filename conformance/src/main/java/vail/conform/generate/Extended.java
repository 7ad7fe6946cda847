package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vail.block.BlockOrder;
import vail.conform.coverage.Factors;
import vail.conform.vector.Level;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;
import vail.conform.vector.VectorSet;

/**
 * The third level: all triples of the dimensions, every tiny book, and every bit and every length
 * of 64 blocks. Too many to store; each is made when it is asked for.
 */
public final class Extended {
  private static final int BLOCKS = 64;

  private final List<Family> families = new ArrayList<>();

  /** Plans the level, which takes some seconds; vectors are made later. */
  public Extended() {
    families.add(RowFamily.all("triple", 3));
    families.add(RowFamily.coded("coded-triple", 3));
    families.add(new TinyBooks());
    for (int i = 0; i < BLOCKS; i++) {
      families.add(new Damage(Text.of("b%02d", i), base(i)));
    }
  }

  /** Books, layouts and sizes in turns; a long book takes words of 16 bits at least. */
  private static Base base(int i) {
    List<String> books = new ArrayList<>(Factors.SHORT_BOOKS);
    books.addAll(Factors.LONG_BOOKS);
    String book = books.get(i % books.size());
    int word = Factors.WORDS.get(i / 7 % 3);
    boolean isLong = Factors.LONG_BOOKS.contains(book);
    return Base.of(
        book,
        1 << i % 7,
        isLong ? Math.max(16, word) : word,
        BlockOrder.STREAMED,
        i * 41 % 255,
        300 + i * 97 % 1630);
  }

  /** How many vectors there are. */
  public int size() {
    return families.stream().mapToInt(Family::size).sum();
  }

  /** A shard as a set; see {@link #shard}. */
  public VectorSet set(int shard, int of) {
    List<Vector> vectors = shard(shard, of).toList();
    return new VectorSet(Level.EXTENDED, Suite.VERSION, Suite.catalogue(), vectors);
  }

  /**
   * Every n-th vector, in order; the shards together are the level.
   *
   * @param shard 0 to {@code of} - 1
   * @param of how many shards there are
   */
  public Stream<Vector> shard(int shard, int of) {
    if (of < 1 || shard < 0 || shard >= of) {
      throw new IllegalArgumentException("there is no shard " + shard + " of " + of);
    }
    List<Stream<Vector>> parts = new ArrayList<>();
    int before = 0;
    for (Family family : families) {
      int first = Math.floorMod(shard - before, of);
      parts.add(
          IntStream.iterate(first, i -> i < family.size(), i -> i + of).mapToObj(family::vector));
      before += family.size();
    }
    return parts.stream().flatMap(part -> part);
  }
}
