package vail.cli.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import vail.cli.BookReference;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.Codebook;
import vail.code.DefaultBooks;
import vail.code.NamedBook;

/** The option that installs books which containers name by digest. */
final class InstalledBooks {
  @Option(
      names = "--books",
      paramLabel = "FILE",
      description =
          "Books that the file names by digest, if it does not bring them and they are not the"
              + " shipped ones; may be repeated.")
  private List<BookReference> references = List.of();

  /** The shipped books, and in their slots those of the user. */
  BookSet books() throws IOException {
    List<NamedBook> own = new ArrayList<>();
    for (BookReference reference : references) {
      own.addAll(reference.books());
    }
    BookSet all = BookSet.of(DefaultBooks.all());
    for (Map.Entry<BookId, Codebook> book : BookSet.of(own).books().entrySet()) {
      all = all.with(book.getKey(), book.getValue());
    }
    return all;
  }
}
