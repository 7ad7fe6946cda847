package vail.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vail.cli.books.DefaultBooksGenerator;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.code.DefaultBooks;
import vail.code.NamedBook;
import vail.json.JsonArray;
import vail.json.JsonObject;

/** Shows codebooks. */
@Command(name = "books", description = "List codebooks: lengths, expected bits, digest.")
public final class BooksCommand implements Callable<Integer> {
  private static final int SYMBOLS_A_LINE = 16;

  private final Shell shell;

  @Parameters(
      paramLabel = "BOOKS.json[:SLOT]",
      arity = "0..1",
      description = "The books (default: the shipped ones); a single one is shown in full.")
  private Optional<BookReference> reference = Optional.empty();

  @Option(names = "--svg", paramLabel = "FILE", description = "Draw the codes as one picture.")
  private Optional<Place> svg = Optional.empty();

  @Option(names = "--json", description = "Print one JSON document.")
  private boolean json;

  @Option(
      names = "--make-default",
      paramLabel = "DATA",
      description = "Print the shipped books, made again from a folder of recorded tensors.")
  private Optional<Path> recordings = Optional.empty();

  /** A command of this shell. */
  public BooksCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    if (recordings.isPresent()) {
      shell.print(DefaultBooksGenerator.text(recordings.get()));
      return Exit.DONE.code();
    }
    if (json && svg.filter(Place.Standard.class::isInstance).isPresent()) {
      throw new UsageException("--json and --svg - both want standard output");
    }
    List<NamedBook> books = reference.isPresent() ? reference.get().books() : DefaultBooks.all();
    if (svg.isPresent()) {
      byte[] picture = BookDrawing.of(books).getBytes(StandardCharsets.UTF_8);
      svg.get().write(shell, picture);
    }
    if (json) {
      shell.print(document(books));
    } else if (svg.filter(Place.Standard.class::isInstance).isEmpty()) {
      shell.print(books.size() == 1 ? inFull(books.getFirst()) : table(books));
    }
    return Exit.DONE.code();
  }

  private static String table(List<NamedBook> books) {
    Table table =
        new Table(
            "rrlllrrrll",
            "slot",
            "epoch",
            "name",
            "for",
            "class",
            "center",
            "codes",
            "bits",
            "lengths",
            "digest");
    for (NamedBook named : books) {
      Codebook book = named.book();
      table.row(
          Integer.toString(named.id().slot()),
          Integer.toString(named.id().epoch()),
          named.name(),
          named.symbols(),
          Names.of(book.bookClass()),
          Integer.toString(book.center()),
          Integer.toString(codes(book)),
          "%.3f".formatted(expectedBits(book)),
          lengths(book),
          book.digestText().substring("sha256:".length(), "sha256:".length() + 12));
    }
    return table.text()
        + "bits: expected a symbol, if symbols come as the code expects them; lengths:"
        + " codes x bits\n";
  }

  /** One book with every length, sixteen symbols a line. */
  private static String inFull(NamedBook named) {
    Codebook book = named.book();
    StringBuilder text = new StringBuilder();
    text.append(Units.printable(named.name())).append('\n');
    text.append("slot %d, epoch %d".formatted(named.id().slot(), named.id().epoch()));
    text.append(", %s book, center %d".formatted(Names.of(book.bookClass()), book.center()));
    text.append(", %d codes".formatted(codes(book)));
    text.append(", expected bits %.3f%n".formatted(expectedBits(book)));
    text.append(book.digestText()).append('\n');
    named
        .provenance()
        .forEach((key, value) -> text.append(Units.printable(key + ": " + value)).append('\n'));
    for (int line = 0; line < CodeLengths.ESC; line += SYMBOLS_A_LINE) {
      text.append("%3d:".formatted(line));
      for (int symbol = line; symbol < line + SYMBOLS_A_LINE; symbol++) {
        text.append(book.hasCode(symbol) ? "%3d".formatted(book.length(symbol)) : "  .");
      }
      text.append('\n');
    }
    int escape = book.length(CodeLengths.ESC);
    return text.append(book.hasEscape() ? "ESC:%3d and 8 for the symbol%n".formatted(escape) : "")
        .toString();
  }

  private static JsonObject document(List<NamedBook> books) {
    return JsonObject.builder()
        .put("schema", "vail-book-list/1")
        .put("books", JsonArray.of(books.stream().map(BooksCommand::document).toList()))
        .build();
  }

  private static JsonObject document(NamedBook named) {
    Codebook book = named.book();
    return JsonObject.builder()
        .put("slot", named.id().slot())
        .put("epoch", named.id().epoch())
        .put("name", named.name())
        .put("symbols", named.symbols())
        .put("class", Names.of(book.bookClass()))
        .put("center", book.center())
        .put("codes", codes(book))
        .put("expectedBits", Units.rounded(expectedBits(book)))
        .put("digest", book.digestText())
        .put(
            "lengths",
            JsonArray.of(IntStream.range(0, CodeLengths.COUNT).mapToLong(book::length).toArray()))
        .build();
  }

  private static int codes(Codebook book) {
    return (int) IntStream.range(0, CodeLengths.ESC).filter(book::hasCode).count();
  }

  /**
   * Bits a symbol where each comes as often as its length says: 2^-length; the escape with 8 more.
   */
  private static double expectedBits(Codebook book) {
    double bits = book.hasEscape() ? 8 * share(book, CodeLengths.ESC) : 0;
    for (int symbol = 0; symbol < CodeLengths.COUNT; symbol++) {
      bits += book.length(symbol) * share(book, symbol);
    }
    return bits;
  }

  private static double share(Codebook book, int symbol) {
    return book.length(symbol) == 0 ? 0 : Math.scalb(1.0, -book.length(symbol));
  }

  /** How many codes there are of each length, e.g. {@code 1x2 6x3 8x8}. */
  private static String lengths(Codebook book) {
    return IntStream.rangeClosed(1, book.lengths().longest())
        .mapToObj(length ->
            IntStream.range(0, CodeLengths.COUNT)
                    .filter(symbol -> book.length(symbol) == length)
                    .count()
                + "x"
                + length)
        .filter(text -> !text.startsWith("0x"))
        .collect(Collectors.joining(" "));
  }
}
