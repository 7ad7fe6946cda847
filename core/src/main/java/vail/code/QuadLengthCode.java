package vail.code;

import java.util.ArrayList;
import java.util.List;

/**
 * Quad Length Codes (arXiv 2602.17849v2) as a book (C-22): all 256 symbols, by frequency, lie in
 * areas of four lengths.
 *
 * <p>The paper's areas may leave codes without a meaning, which a book must not. Symbols at the
 * front of the last area then move to shorter areas until every code has a meaning: of all ways to
 * close the book so, the one that costs the counted symbols the fewest bits.
 */
public final class QuadLengthCode {
  /**
   * Symbols whose codes have one length.
   *
   * @param symbols how many
   * @param bits of each code, 1 to 15
   */
  public record Area(int symbols, int bits) {
    /** Rejects what no long book could hold. */
    public Area {
      if (symbols < 0 || symbols > Histogram.SYMBOLS) {
        throw new IllegalArgumentException("an area has 0 to 256 symbols, not " + symbols);
      }
      if (bits < 1 || bits > BookClass.LONG.maxLength()) {
        throw new IllegalArgumentException("codes have 1 to 15 bits, not " + bits);
      }
    }

    private long space() {
      return (long) symbols << BookClass.LONG.maxLength() - bits;
    }

    private Area with(int more) {
      return new Area(symbols + more, bits);
    }
  }

  /**
   * Three prefix bits for five areas of 8 symbols, and one each of 16, 32 and 168. An unsourced
   * guess at the paper's table, of which nothing is published but that it has eight areas.
   */
  public static final List<Area> HYPOTHESIS =
      List.of(new Area(40, 6), new Area(16, 7), new Area(32, 8), new Area(168, 11));

  private static final int LENGTHS = 4;
  private static final long SPACE = 1L << BookClass.LONG.maxLength();

  private QuadLengthCode() {}

  /**
   * The book of given areas, closed.
   *
   * @param counts decide which symbols lie in which area: the most frequent in the first
   * @param areas four of ascending length, 256 symbols in all
   * @throws IllegalArgumentException if they are not, or need more codes than there are, or cannot
   *     be closed with these four lengths
   */
  public static Codebook of(Histogram counts, List<Area> areas) {
    check(areas);
    int[] order = counts.symbolsByCount();
    List<Integer> best = List.of();
    long least = Long.MAX_VALUE;
    for (List<Area> closed : closed(areas)) {
      List<Integer> lengths = lengths(closed);
      long cost = 0;
      for (int rank = 0; rank < order.length; rank++) {
        cost += counts.count(order[rank]) * lengths.get(rank);
      }
      if (cost < least) {
        least = cost;
        best = lengths;
      }
    }
    if (best.isEmpty()) {
      throw new IllegalArgumentException("no complete code of four lengths begins as " + areas);
    }
    int[] lengths = new int[CodeLengths.COUNT];
    for (int rank = 0; rank < order.length; rank++) {
      lengths[order[rank]] = best.get(rank);
    }
    return Codebook.of(BookClass.LONG, counts.center(), lengths);
  }

  private static void check(List<Area> areas) {
    boolean ascending = areas.size() == LENGTHS;
    for (int i = 1; i < areas.size(); i++) {
      ascending &= areas.get(i - 1).bits() < areas.get(i).bits();
    }
    int symbols = areas.stream().mapToInt(Area::symbols).sum();
    if (!ascending || symbols != Histogram.SYMBOLS) {
      throw new IllegalArgumentException(
          "areas have four ascending lengths and 256 symbols, unlike " + areas);
    }
  }

  private static List<Integer> lengths(List<Area> areas) {
    List<Integer> lengths = new ArrayList<>();
    for (Area area : areas) {
      for (int i = 0; i < area.symbols(); i++) {
        lengths.add(area.bits());
      }
    }
    return lengths;
  }

  /** All ways to move symbols of the last area so that the four fill the space of codes. */
  private static List<List<Area>> closed(List<Area> areas) {
    long gap = SPACE - areas.stream().mapToLong(Area::space).sum();
    List<List<Area>> found = new ArrayList<>();
    for (int first = 0; gap >= 0 && first * gain(areas, 0) <= gap; first++) {
      long afterFirst = gap - first * gain(areas, 0);
      for (int second = 0; second * gain(areas, 1) <= afterFirst; second++) {
        long left = afterFirst - second * gain(areas, 1);
        int third = (int) (left / gain(areas, 2));
        int moved = first + second + third;
        if (left % gain(areas, 2) == 0 && moved <= areas.get(3).symbols()) {
          found.add(
              List.of(
                  areas.get(0).with(first),
                  areas.get(1).with(second),
                  areas.get(2).with(third),
                  areas.get(3).with(-moved)));
        }
      }
    }
    return found;
  }

  /** The space of codes that a symbol of the last area takes up more in another area. */
  private static long gain(List<Area> areas, int to) {
    return new Area(1, areas.get(to).bits()).space() - new Area(1, areas.get(3).bits()).space();
  }
}
