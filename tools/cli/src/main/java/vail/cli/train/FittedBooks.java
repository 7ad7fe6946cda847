package vail.cli.train;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vail.cli.Place;
import vail.cli.Shell;
import vail.code.Histogram;
import vail.code.NamedBook;
import vail.code.SymbolKind;
import vail.tensor.ElementType;
import vail.tensor.SplitChoice;

/**
 * Books trained on files at hand, a book a kind.
 *
 * @param rawType type of the elements of a file without a header
 * @param threads threads that count
 */
public record FittedBooks(Optional<ElementType> rawType, int threads) {
  /** More kinds than this are served by shapes, so that choosing among them stays cheap. */
  private static final int MOST_KINDS = 64;

  private static final int SHAPES = 16;

  /** The books of a file; a file without tensors is a tensor of bytes. */
  public List<NamedBook> of(Shell shell, List<Path> files, SplitChoice split) throws IOException {
    List<Counted> counted = new TensorCounts(shell, split, rawType, threads).of(files);
    BookMaker maker = new BookMaker(new LimitChoice(Optional.empty(), OptionalInt.empty()), 1, 0);
    if (counted.isEmpty()) {
      maker.add(bytes(files), Grouping.ALL, 1);
    } else if (counted.stream().map(Grouping.KIND::group).distinct().count() <= MOST_KINDS) {
      maker.add(counted, Grouping.KIND, 1);
    } else {
      maker.add(counted, Grouping.ALL, SHAPES);
    }
    return maker.made().stream().map(Trained::book).toList();
  }

  private static List<Counted> bytes(List<Path> files) throws IOException {
    List<Counted> counted = new ArrayList<>();
    for (Path file : files) {
      try (Arena arena = Arena.ofConfined()) {
        Histogram counts = Histogram.of(Place.bytes(file, arena));
        counted.add(new Counted(SymbolKind.BYTES, "file", "file", counts));
      }
    }
    return counted;
  }
}
