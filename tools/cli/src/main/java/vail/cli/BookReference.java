package vail.cli;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import vail.code.CodebookFile;
import vail.code.NamedBook;
import vail.fault.Limits;

/**
 * Books that the user named: {@code BOOKS.json}, or one slot of it as {@code BOOKS.json:SLOT} or
 * {@code BOOKS.json:SLOT:EPOCH}.
 *
 * @param file the JSON file
 * @param slot the slot, if one was named
 * @param epoch the epoch, if one was named
 */
public record BookReference(Path file, OptionalInt slot, OptionalInt epoch) {
  private static final Pattern FORM = Pattern.compile("(.+?):([0-9]{1,3})(?::([0-9]{1,3}))?");

  /** Reads a reference; a file whose own name ends like one is taken for the file. */
  public static final class Converter implements ITypeConverter<BookReference> {
    @Override
    public BookReference convert(String text) {
      Matcher form = FORM.matcher(text);
      if (Files.exists(Path.of(text)) || !form.matches()) {
        return new BookReference(Path.of(text), OptionalInt.empty(), OptionalInt.empty());
      }
      return new BookReference(
          Path.of(form.group(1)),
          OptionalInt.of(Integer.parseInt(form.group(2))),
          form.group(3) == null
              ? OptionalInt.empty()
              : OptionalInt.of(Integer.parseInt(form.group(3))));
    }
  }

  /** The books that are meant: all of the file, or those of the slot and epoch. */
  public List<NamedBook> books() throws IOException {
    List<NamedBook> all = read(file);
    List<NamedBook> meant =
        all.stream()
            .filter(book -> slot.isEmpty() || slot.getAsInt() == book.id().slot())
            .filter(book -> epoch.isEmpty() || epoch.getAsInt() == book.id().epoch())
            .toList();
    if (meant.isEmpty()) {
      throw new UsageException(this + " names no book; " + file + " has the slots " + slots(all));
    }
    return meant;
  }

  /** The one book that is meant. */
  public NamedBook book() throws IOException {
    List<NamedBook> meant = books();
    if (meant.size() > 1) {
      throw new UsageException(
          this + " names " + meant.size() + " books; add one of " + slots(meant) + " as :SLOT");
    }
    return meant.getFirst();
  }

  /** All books of a file. */
  public static List<NamedBook> read(Path file) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      return BadInputException.naming(
          file.toString(), () -> CodebookFile.read(Place.bytes(file, arena), Limits.DEFAULT));
    }
  }

  @Override
  public String toString() {
    return file + suffix(slot) + suffix(epoch);
  }

  private static String suffix(OptionalInt number) {
    return number.isEmpty() ? "" : ":" + number.getAsInt();
  }

  private static String slots(List<NamedBook> books) {
    return books.stream()
        .map(book -> book.id().slot() + (book.id().epoch() == 0 ? "" : ":" + book.id().epoch()))
        .collect(Collectors.joining(", "));
  }
}
