package vail.cli.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vail.json.JsonArray;
import vail.json.JsonBoolean;
import vail.json.JsonNull;
import vail.json.JsonNumber;
import vail.json.JsonObject;
import vail.json.JsonString;
import vail.json.JsonValue;
import vail.json.JsonWriter;

/**
 * What is different from an earlier call, and what came of it.
 *
 * @param file that holds the earlier call's answers
 * @param inputs that are different
 * @param rows whose times are different, those that moved most first
 * @param alike rows whose times are the same
 * @param alone rows that only one of the calls has
 */
record Difference(String file, List<Input> inputs, List<Moved> rows, int alike, int alone) {
  /** What is said of an input that one of the calls does not have. */
  private static final String ABSENT = "absent";

  /** An input as JSON says it. */
  record Input(String name, String before, String after) {}

  /** A row, and its times in picoseconds. */
  record Moved(long size, String codec, long before, long after) {
    /** The share by which it takes longer. */
    double change() {
      return before == 0 ? 0 : (double) after / before - 1;
    }
  }

  /** A row's place. */
  private record Key(long size, String codec) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparingLong(Key::size).thenComparing(Key::codec).compare(this, other);
    }
  }

  /**
   * Compares documents of this command.
   *
   * @throws vail.fault.VailFormatException if the earlier one is something else
   */
  static Difference of(String file, JsonObject before, JsonObject after) {
    List<Input> inputs = new ArrayList<>();
    SortedMap<String, String> was = flat(before.object("inputs"));
    SortedMap<String, String> is = flat(after.object("inputs"));
    TreeSet<String> names = new TreeSet<>(was.keySet());
    names.addAll(is.keySet());
    for (String name : names) {
      String one = was.getOrDefault(name, ABSENT);
      String other = is.getOrDefault(name, ABSENT);
      if (!one.equals(other)) {
        inputs.add(new Input(name, one, other));
      }
    }
    return of(file, inputs, times(before), times(after));
  }

  private static Difference of(
      String file, List<Input> inputs, SortedMap<Key, Long> was, SortedMap<Key, Long> is) {
    List<Moved> rows = new ArrayList<>();
    TreeSet<Key> both = new TreeSet<>(was.keySet());
    both.retainAll(is.keySet());
    for (Key key : both) {
      long one = Objects.requireNonNull(was.get(key));
      long other = Objects.requireNonNull(is.get(key));
      if (one != other) {
        rows.add(new Moved(key.size(), key.codec(), one, other));
      }
    }
    rows.sort(Comparator.comparingDouble((Moved row) -> -Math.abs(row.change())));
    int alone = was.size() + is.size() - 2 * both.size();
    return new Difference(file, inputs, rows, both.size() - rows.size(), alone);
  }

  /** Whether neither inputs nor times differ. */
  boolean isNone() {
    return inputs.isEmpty() && rows.isEmpty() && alone == 0;
  }

  private static SortedMap<Key, Long> times(JsonObject document) {
    SortedMap<Key, Long> times = new TreeMap<>();
    for (JsonValue item : document.array("rows").items()) {
      JsonObject row = item.asObject("a row");
      times.put(
          new Key(row.integer("sizeBytes", 0, Long.MAX_VALUE), asked(row.string("codec"))),
          row.integer("timePs", 0, Long.MAX_VALUE));
    }
    return times;
  }

  /** What was asked for, without what came of it. */
  private static String asked(String codec) {
    return codec.replaceFirst(":.*", "");
  }

  private static SortedMap<String, String> flat(JsonObject object) {
    SortedMap<String, String> values = new TreeMap<>();
    object.fields().forEach((name, value) -> flatten(name, value, values));
    return values;
  }

  private static void flatten(String name, JsonValue value, SortedMap<String, String> values) {
    switch (value) {
      case JsonObject object ->
          object.fields().forEach((field, inner) -> flatten(name + "." + field, inner, values));
      case JsonArray array -> {
        for (int i = 0; i < array.items().size(); i++) {
          flatten(name + "[" + i + "]", array.items().get(i), values);
        }
      }
      case JsonString _, JsonNumber _, JsonBoolean _, JsonNull _ ->
          values.put(name, JsonWriter.compact(value));
    }
  }
}
