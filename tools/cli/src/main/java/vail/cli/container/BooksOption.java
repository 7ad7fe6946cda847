package vail.cli.container;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import vail.cli.BookReference;
import vail.cli.Shell;
import vail.cli.UsageException;
import vail.cli.train.FittedBooks;
import vail.code.NamedBook;
import vail.tensor.SplitChoice;

/** The option that names the books to encode with. */
final class BooksOption {
  private static final String FIT = "fit";

  @Option(
      names = "--books",
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Books to choose from (default: the shipped ones). 'fit' trains them on the file itself"
              + " first: two passes, for checkpoints, not for links.")
  private List<String> names = new ArrayList<>();

  /**
   * Gives back names that stand after the option's own values but are IN or OUT: {@code --books
   * my.json model.safetensors model.vail}.
   *
   * @param missing how many are missing among the parameters
   */
  List<String> surrender(int missing) {
    int own = names.size() - missing;
    if (missing < 1 || own < 1) {
      return List.of();
    }
    List<String> surplus = List.copyOf(names.subList(own, names.size()));
    if (surplus.getLast().endsWith(".json")) {
      throw new UsageException("OUT is missing; --books took " + surplus.getLast());
    }
    names = new ArrayList<>(names.subList(0, own));
    return surplus;
  }

  /** Whether books are trained on the file itself. */
  boolean fit() {
    if (names.contains(FIT) && names.size() > 1) {
      throw new UsageException("--books: accepted are 'fit' or files, not both at once");
    }
    return names.contains(FIT);
  }

  /** The policies that these books make; {@code input} is only read to fit. */
  BookPolicies policies(Shell shell, Path input, SplitChoice split, FittedBooks fitted)
      throws IOException {
    if (names.isEmpty()) {
      return BookPolicies.shipped();
    }
    if (fit()) {
      return BookPolicies.own(fitted.of(shell, List.of(input), split));
    }
    List<NamedBook> all = new ArrayList<>();
    for (String name : names) {
      all.addAll(new BookReference.Converter().convert(name).books());
    }
    return BookPolicies.own(all);
  }
}
