package vail.cli.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.cli.UsageException;
import vail.code.BookClass;
import vail.code.BookFamily;
import vail.code.BookId;
import vail.code.Codebook;
import vail.code.CodebookTrainer;
import vail.code.Histogram;
import vail.code.LengthLimit;
import vail.code.NamedBook;
import vail.code.NamedHistogram;
import vail.code.ShapeClustering;
import vail.code.SymbolKind;

/** Makes named books of named counts, slots counting up. */
final class BookMaker {
  /** Fewer symbols than this are not worth a slot where others have more. */
  private static final long LEAST_SYMBOLS = 256;

  private final LimitChoice limits;
  private final int epoch;
  private final List<Trained> made = new ArrayList<>();
  private int slot;

  /**
   * Starts at a slot.
   *
   * @param limits which class and longest code
   */
  BookMaker(LimitChoice limits, int slot, int epoch) {
    this.limits = limits;
    this.slot = slot;
    this.epoch = epoch;
  }

  /** All books made so far. */
  List<Trained> made() {
    return List.copyOf(made);
  }

  /** One book for a histogram of the user's own, its counts as they are. */
  void add(NamedHistogram histogram) {
    String name = histogram.name();
    String label = name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    Optional<SymbolKind> symbols = SymbolKind.find(label);
    LengthLimit limit = limits.of(symbols.map(BookMaker::usualClass).orElse(BookClass.SHORT));
    Codebook book = CodebookTrainer.train(histogram.counts(), limit);
    SortedMap<String, String> provenance = new TreeMap<>();
    symbols.ifPresent(kind -> provenance.put(NamedBook.SYMBOLS, kind.label()));
    add(name, book, histogram.counts(), limit, provenance);
  }

  /** Books for counted tensors: one a group, or as many shapes of each group as asked for. */
  void add(List<Counted> counted, Grouping grouping, int shapes) {
    SequencedMap<String, List<Counted>> groups = new LinkedHashMap<>();
    counted.forEach(
        one -> groups.computeIfAbsent(grouping.group(one), name -> new ArrayList<>()).add(one));
    boolean someLarge = counted.stream().anyMatch(one -> one.counts().total() >= LEAST_SYMBOLS);
    for (Map.Entry<String, List<Counted>> group : groups.entrySet()) {
      long total = group.getValue().stream().mapToLong(one -> one.counts().total()).sum();
      if (total >= LEAST_SYMBOLS || total > 0 && !someLarge) {
        add(group.getKey(), group.getValue(), shapes);
      }
    }
  }

  private void add(String name, List<Counted> members, int shapes) {
    SymbolKind symbols = members.getFirst().symbols();
    LengthLimit limit = limits.of(usualClass(symbols));
    List<Histogram> counts = members.stream().map(Counted::counts).toList();
    List<Codebook> books =
        shapes == 1
            ? List.of(CodebookTrainer.train(sum(counts), limit))
            : ShapeClustering.train(counts, shapes, limit);
    for (int i = 0; i < books.size(); i++) {
      List<Histogram> served = books.size() == 1 ? counts : served(counts, books, i);
      SortedMap<String, String> provenance = new TreeMap<>();
      provenance.put(NamedBook.SYMBOLS, symbols.label());
      provenance.put("tensors", Integer.toString(served.size()));
      String numbered = name;
      if (shapes > 1) {
        numbered = name + "#" + i;
        provenance.put(NamedBook.FAMILY, BookFamily.SHAPE.label());
      }
      add(numbered, books.get(i), sum(served), limit, provenance);
    }
  }

  private void add(
      String name,
      Codebook book,
      Histogram counts,
      LengthLimit limit,
      SortedMap<String, String> provenance) {
    if (slot > BookId.MAX_SLOT) {
      throw new UsageException(
          "there are more books than slots from --slot to 254; make fewer by --per kind, --per all"
              + " or --shapes K");
    }
    provenance.putIfAbsent(NamedBook.FAMILY, BookFamily.HUFFMAN.label());
    provenance.put("limit", Integer.toString(limit.bits()));
    provenance.put("symbolsCounted", Long.toString(counts.total()));
    NamedBook named = new NamedBook(new BookId(slot++, epoch), name, book, provenance);
    made.add(new Trained(named, counts));
  }

  /** The counts that a book serves better than all others, the first one on a tie. */
  private static List<Histogram> served(List<Histogram> counts, List<Codebook> books, int which) {
    return counts.stream()
        .filter(one -> {
          int best = 0;
          for (int i = 1; i < books.size(); i++) {
            best = books.get(i).cost(one) < books.get(best).cost(one) ? i : best;
          }
          return best == which;
        })
        .toList();
  }

  private static Histogram sum(List<Histogram> counts) {
    Histogram sum = new Histogram();
    counts.forEach(sum::add);
    return sum;
  }

  /** Exponents lose nothing in short books, which code fastest; bytes of 256 values do. */
  private static BookClass usualClass(SymbolKind symbols) {
    return symbols.isExponent() ? BookClass.SHORT : BookClass.LONG;
  }
}
