package vail.code;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonString;
import vail.json.JsonValue;
import vail.json.JsonWriter;

/**
 * Codebooks as people read and keep them: JSON of the schema {@code vail-books/1} (C-11).
 *
 * <p>Every rule that holds for the 135 bytes is checked here too, and the digest besides; fields
 * that this version does not know are ignored.
 */
public final class CodebookFile {
  /** Name and version of the schema. */
  public static final String SCHEMA = "vail-books/1";

  private CodebookFile() {}

  /**
   * Reads all books of a file, in its order.
   *
   * @param text UTF-8
   * @param limits how many books, and how many bytes in all
   * @throws VailFormatException with the byte of the field at fault: those of {@link
   *     vail.json.JsonReader}, BAD_MAGIC or UNSUPPORTED_VERSION (schema), LIMIT_EXCEEDED, BAD_FIELD
   *     (a field, or a slot and epoch given twice), the faults of the lengths, CODEBOOK_MISMATCH
   *     (digest)
   */
  public static List<NamedBook> read(MemorySegment text, Limits limits) {
    JsonArray books = JsonFiles.read(text, limits, SCHEMA).array("books");
    if (books.items().size() > limits.books()) {
      throw new VailFormatException(
          Fault.LIMIT_EXCEEDED,
          books.at(),
          books.items().size() + " books, " + limits.books() + " are granted");
    }
    List<NamedBook> read = new ArrayList<>();
    Set<BookId> seen = new HashSet<>();
    for (JsonValue item : books.items()) {
      NamedBook book = book(item.asObject("a book"));
      if (!seen.add(book.id())) {
        throw new VailFormatException(
            Fault.BAD_FIELD, item.at(), "there are two books of " + book.id());
      }
      read.add(book);
    }
    return List.copyOf(read);
  }

  /** The text of a file: the same books always give the same text. */
  public static String write(List<NamedBook> books) {
    return JsonWriter.indented(
        JsonObject.builder()
            .put("schema", SCHEMA)
            .put("books", JsonArray.of(books.stream().map(CodebookFile::toJson).toList()))
            .build());
  }

  private static JsonObject toJson(NamedBook named) {
    Codebook book = named.book();
    long[] lengths = new long[CodeLengths.COUNT];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      lengths[symbol] = book.length(symbol);
    }
    JsonObject.Builder provenance = JsonObject.builder();
    named.provenance().forEach(provenance::put);
    return JsonObject.builder()
        .put("slot", named.id().slot())
        .put("epoch", named.id().epoch())
        .put("name", named.name())
        .put("class", book.bookClass().name().toLowerCase(Locale.ROOT))
        .put("center", book.center())
        .put("lengths", JsonArray.of(lengths))
        .put("digest", book.digestText())
        .put("provenance", provenance.build())
        .build();
  }

  private static NamedBook book(JsonObject json) {
    BookId id =
        new BookId(
            (int) json.integer("slot", 1, BookId.MAX_SLOT), (int) json.integer("epoch", 0, 255));
    BookClass bookClass =
        switch (json.string("class")) {
          case "short" -> BookClass.SHORT;
          case "long" -> BookClass.LONG;
          default ->
              throw new VailFormatException(
                  Fault.BAD_FIELD, json.field("class").at(), "a class is short or long");
        };
    int center = (int) json.integer("center", 0, 255);
    Codebook book = coded(bookClass, center, json);
    checkDigest(book, json);
    return new NamedBook(id, json.string("name"), book, provenance(json));
  }

  private static Codebook coded(BookClass bookClass, int center, JsonObject json) {
    long[] numbers =
        json.integers("lengths", CodeLengths.COUNT, Integer.MIN_VALUE, Integer.MAX_VALUE);
    int[] lengths = new int[CodeLengths.COUNT];
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      lengths[symbol] = (int) numbers[symbol];
    }
    try {
      return Codebook.of(bookClass, center, lengths);
    } catch (VailFormatException e) {
      throw e.at(json.array("lengths").items().get((int) e.offset()).at());
    }
  }

  /** C-09. */
  private static void checkDigest(Codebook book, JsonObject json) {
    String digest = json.string("digest");
    if (!digest.equals(book.digestText())) {
      throw new VailFormatException(
          Fault.CODEBOOK_MISMATCH,
          json.field("digest").at(),
          "the digest is " + digest + ", that of the lengths is " + book.digestText());
    }
  }

  /** What is no string is kept as the JSON text that it is. */
  private static SortedMap<String, String> provenance(JsonObject json) {
    SortedMap<String, String> provenance = new TreeMap<>();
    if (json.find("provenance").isPresent()) {
      json.object("provenance")
          .fields()
          .forEach((key, value) ->
              provenance.put(
                  key,
                  value instanceof JsonString string ? string.text() : JsonWriter.compact(value)));
    }
    return provenance;
  }
}
