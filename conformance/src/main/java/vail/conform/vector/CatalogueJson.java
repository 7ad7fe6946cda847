package vail.conform.vector;

import java.lang.foreign.MemorySegment;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import vail.code.Codebook;
import vail.code.CodebookBytes;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonReader;
import vail.json.JsonValue;

/** The files {@code books.json}, {@code tables.json} and {@code flags.json}. */
final class CatalogueJson {
  static final String BOOKS = "books.json";
  static final String TABLES = "tables.json";
  static final String FLAGS = "flags.json";

  private CatalogueJson() {}

  static void write(Catalogue catalogue, Map<String, byte[]> files) {
    files.put(
        BOOKS,
        Lines.write(
            JsonObject.builder().put("schema", "vail-vector-books/1"),
            "books",
            catalogue.books().entrySet().stream().map(CatalogueJson::book).toList()));
    files.put(
        TABLES,
        Lines.write(
            JsonObject.builder().put("schema", "vail-vector-tables/1"),
            "tables",
            catalogue.tables().values().stream().map(CatalogueJson::table).toList()));
    files.put(
        FLAGS,
        Lines.write(
            JsonObject.builder().put("schema", "vail-vector-flags/1"),
            "flags",
            catalogue.flags().values().stream().map(CatalogueJson::flag).toList()));
  }

  private static JsonObject book(Map.Entry<String, Codebook> entry) {
    return JsonObject.builder()
        .put("name", entry.getKey())
        .put("bytes", HexFormat.of().formatHex(entry.getValue().toBytes()))
        .put("digest", entry.getValue().digestText())
        .build();
  }

  private static JsonObject table(Table table) {
    return JsonObject.builder()
        .put("name", table.name())
        .put("weights", JsonArray.of(table.weights()))
        .build();
  }

  private static JsonObject flag(Flag flag) {
    return JsonObject.builder()
        .put("name", flag.name())
        .put("bug", flag.bug())
        .put("effect", flag.effect())
        .put("seen", flag.seen())
        .build();
  }

  static Catalogue read(Function<String, byte[]> files) {
    SequencedMap<String, Table> tables =
        Catalogue.byName(list(files, TABLES, "tables", CatalogueJson::table), Table::name);
    SequencedMap<String, Flag> flags =
        Catalogue.byName(list(files, FLAGS, "flags", CatalogueJson::flag), Flag::name);
    List<Map.Entry<String, Codebook>> books = list(files, BOOKS, "books", CatalogueJson::book);
    SequencedMap<String, Codebook> byName = new java.util.LinkedHashMap<>();
    Catalogue.byName(books, Map.Entry::getKey).forEach((name, e) -> byName.put(name, e.getValue()));
    return new Catalogue(byName, tables, flags);
  }

  private static <T> List<T> list(
      Function<String, byte[]> files, String file, String what, Function<Fields, T> item) {
    JsonValue text = JsonReader.read(MemorySegment.ofArray(files.apply(file)));
    return Fields.read(
        text,
        file,
        fields -> {
          Lines.checkSchema(fields, "vail-vector-" + what + "/1");
          return fields.list(what, value -> Fields.read(value, what, item));
        });
  }

  private static Map.Entry<String, Codebook> book(Fields fields) {
    byte[] bytes = HexFormat.of().parseHex(fields.string("bytes"));
    Codebook book = CodebookBytes.read(MemorySegment.ofArray(bytes));
    if (!book.digestText().equals(fields.string("digest"))) {
      throw new IllegalArgumentException("the book's digest is " + book.digestText());
    }
    return Map.entry(fields.string("name"), book);
  }

  private static Table table(Fields fields) {
    return new Table(fields.string("name"), fields.longs("weights", 256, Table.MAX_WEIGHT));
  }

  private static Flag flag(Fields fields) {
    return new Flag(
        fields.string("name"),
        fields.string("bug"),
        fields.string("effect"),
        fields.string("seen"));
  }
}
