package vail.conform.vector;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import vail.code.BookId;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** A vector as JSON. */
final class VectorJson {
  private final Catalogue catalogue;
  private final BodyJson bodies;

  VectorJson(DataForm data) {
    this.catalogue = data.catalogue();
    this.bodies = new BodyJson(data);
  }

  JsonObject write(Vector vector) {
    JsonObject.Builder out =
        JsonObject.builder()
            .put("id", vector.id())
            .put("kind", vector.kind().label())
            .put("level", vector.duty().name())
            .put("title", vector.title())
            .put("spec", Fields.array(vector.clauses()))
            .put("flags", Fields.array(vector.flags()))
            .put("needs", needs(vector.needs()))
            .put("books", JsonArray.of(vector.books().stream().map(VectorJson::book).toList()))
            .put("input", bodies.input(vector.body()));
    if (!vector.grants().equals(Grants.ALL)) {
      out.put("limits", grants(vector.grants()));
    }
    return out.put("expect", bodies.expect(vector.body())).build();
  }

  private static JsonObject needs(Needs needs) {
    return JsonObject.builder()
        .put("roles", Fields.array(List.copyOf(needs.roles())))
        .put("features", Fields.array(List.copyOf(needs.features())))
        .put("lanes", JsonArray.of(needs.lanes().stream().mapToLong(lanes -> lanes).toArray()))
        .put("words", JsonArray.of(needs.words().stream().mapToLong(bits -> bits).toArray()))
        .put("classes", Fields.array(List.copyOf(needs.classes())))
        .put("symbols", needs.symbols())
        .build();
  }

  private static JsonObject book(InstalledBook book) {
    return JsonObject.builder()
        .put("slot", book.id().slot())
        .put("epoch", book.id().epoch())
        .put("book", book.name())
        .build();
  }

  private static JsonObject grants(Grants grants) {
    return JsonObject.builder()
        .put("blockSymbols", grants.blockSymbols())
        .put("room", grants.room())
        .put("extraMemory", grants.extraMemory())
        .build();
  }

  Vector read(JsonValue value) {
    return Fields.read(value, "vector", this::vector);
  }

  private Vector vector(Fields fields) {
    Kind kind = Kind.of(fields.string("kind"));
    Function<JsonValue, InstalledBook> book = item -> Fields.read(item, "book", this::book);
    return new Vector(
        fields.string("id"),
        kind,
        Duty.valueOf(fields.string("level")),
        fields.string("title"),
        fields.strings("spec"),
        fields.strings("flags").stream().map(this::known).toList(),
        Fields.read(fields.take("needs"), "needs", VectorJson::needs),
        fields.list("books", book),
        fields
            .find("limits")
            .map(limits -> Fields.read(limits, "limits", VectorJson::grants))
            .orElse(Grants.ALL),
        bodies.read(kind, fields.take("input"), fields.take("expect")));
  }

  private String known(String flag) {
    if (!catalogue.flags().containsKey(flag)) {
      throw new IllegalArgumentException("the flag " + flag + " is explained nowhere");
    }
    return flag;
  }

  private InstalledBook book(Fields fields) {
    BookId id = new BookId(fields.integer("slot", 1, 254), fields.integer("epoch", 0, 255));
    String name = fields.string("book");
    return new InstalledBook(id, name, catalogue.book(name));
  }

  private static Needs needs(Fields fields) {
    return new Needs(
        fields.strings("roles").stream().collect(Collectors.toCollection(TreeSet::new)),
        fields.strings("features").stream().collect(Collectors.toCollection(TreeSet::new)),
        new TreeSet<>(fields.integers("lanes", 1, 64)),
        new TreeSet<>(fields.integers("words", 8, 32)),
        fields.strings("classes").stream().collect(Collectors.toCollection(TreeSet::new)),
        fields.integer("symbols", 0, 65_536));
  }

  private static Grants grants(Fields fields) {
    return new Grants(
        fields.integer("blockSymbols", 1, 65_536),
        fields.integer("room", 0, 65_536),
        fields.number("extraMemory"));
  }
}
