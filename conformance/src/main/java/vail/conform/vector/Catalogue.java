package vail.conform.vector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;
import vail.code.Codebook;

/**
 * What vectors refer to by name.
 *
 * @param books by name
 * @param tables by name
 * @param flags by name
 */
public record Catalogue(
    SequencedMap<String, Codebook> books,
    SequencedMap<String, Table> tables,
    SequencedMap<String, Flag> flags) {
  /** Takes copies. */
  public Catalogue {
    books = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(books));
    tables = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tables));
    flags = java.util.Collections.unmodifiableSequencedMap(new LinkedHashMap<>(flags));
  }

  /**
   * A catalogue.
   *
   * @throws IllegalArgumentException if two tables or flags have one name
   */
  public static Catalogue of(
      SequencedMap<String, Codebook> books, List<Table> tables, List<Flag> flags) {
    return new Catalogue(books, byName(tables, Table::name), byName(flags, Flag::name));
  }

  /** Values by their names, in order. */
  static <T> SequencedMap<String, T> byName(List<T> values, Function<T, String> name) {
    SequencedMap<String, T> map = new LinkedHashMap<>();
    for (T value : values) {
      if (map.putIfAbsent(name.apply(value), value) != null) {
        throw new IllegalArgumentException("two are called " + name.apply(value));
      }
    }
    return map;
  }

  /**
   * The book of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Codebook book(String name) {
    return found(books, "book", name);
  }

  /**
   * The table of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Table table(String name) {
    return found(tables, "table", name);
  }

  private static <T> T found(SequencedMap<String, T> map, String what, String name) {
    if (!map.containsKey(name)) {
      throw new IllegalArgumentException("there is no " + what + " " + name);
    }
    return map.get(name);
  }
}
