package vail.conform.vector;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** The fields of an object, each to be taken once; what nobody takes is a fault. */
final class Fields {
  private final JsonObject object;
  private final Set<String> taken = new HashSet<>();

  private Fields(JsonObject object) {
    this.object = object;
  }

  /**
   * Reads a value from an object all of whose fields must be taken.
   *
   * @throws VailFormatException BAD_FIELD where a field is left over, or where the value refuses
   */
  static <T> T read(JsonValue value, String what, Function<Fields, T> reading) {
    JsonObject object = value.asObject(what);
    Fields fields = new Fields(object);
    T read;
    try {
      read = reading.apply(fields);
    } catch (IllegalArgumentException e) {
      throw new VailFormatException(Fault.BAD_FIELD, object.at(), what + ": " + e.getMessage());
    }
    object.only(what, fields.taken);
    return read;
  }

  JsonValue take(String name) {
    taken.add(name);
    return object.field(name);
  }

  Optional<JsonValue> find(String name) {
    taken.add(name);
    return object.find(name);
  }

  boolean has(String name) {
    return object.find(name).isPresent();
  }

  String string(String name) {
    return take(name).asString(name);
  }

  int integer(String name, int least, int most) {
    return (int) take(name).asLong(name, least, most);
  }

  /** 32 bits without sign, or as many as a place needs. */
  long number(String name) {
    return take(name).asLong(name, 0, Long.MAX_VALUE);
  }

  /** 64 bits as 16 hexadecimal digits: JSON readers of other languages round large numbers. */
  long word(String name) {
    String text = string(name);
    if (!text.matches("[0-9a-f]{16}")) {
      throw new IllegalArgumentException(name + " must have 16 hexadecimal digits");
    }
    return Long.parseUnsignedLong(text, 16);
  }

  /** A constant by its name in lower case. */
  <E extends Enum<E>> E label(String name, Class<E> type) {
    return Labels.of(type, string(name));
  }

  <T> List<T> list(String name, Function<JsonValue, T> item) {
    return take(name).asArray(name).items().stream().map(item).toList();
  }

  List<String> strings(String name) {
    return list(name, item -> item.asString(name));
  }

  List<Integer> integers(String name, int least, int most) {
    long[] values = take(name).asArray(name).integers(name, least, most);
    return IntStream.range(0, values.length).mapToObj(i -> (int) values[i]).toList();
  }

  long[] longs(String name, int size, long most) {
    taken.add(name);
    return object.integers(name, size, 0, most);
  }

  static JsonArray array(List<String> texts) {
    return JsonArray.of(texts.stream().map(JsonValue::of).toList());
  }
}
