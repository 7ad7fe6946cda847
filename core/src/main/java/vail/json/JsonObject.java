package vail.json;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * A JSON object.
 *
 * <p>The methods named after a kind of value give the field of a name as that kind, or throw
 * BAD_FIELD with the field's name and place.
 *
 * @param fields its values by name, in order
 * @param at first byte in the input
 */
public record JsonObject(SequencedMap<String, JsonValue> fields, long at) implements JsonValue {
  /** Takes a copy of the fields. */
  public JsonObject {
    fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
  }

  /** An object of values, in the order of the map. */
  public static JsonObject of(Map<String, ? extends JsonValue> fields) {
    return new JsonObject(new LinkedHashMap<>(fields), 0);
  }

  /** Starts an object whose fields are added one by one. */
  public static Builder builder() {
    return new Builder();
  }

  /** The value of a field that may be missing. */
  public Optional<JsonValue> find(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /**
   * Sees to it that there are no fields but these, so that none is overlooked for a slip of the
   * pen.
   *
   * @param what the object is, for the message
   */
  public void only(String what, Collection<String> names) {
    for (Map.Entry<String, JsonValue> field : fields.entrySet()) {
      if (!names.contains(field.getKey())) {
        throw new VailFormatException(
            Fault.BAD_FIELD,
            field.getValue().at(),
            what + " has no field '" + field.getKey() + "'");
      }
    }
  }

  /** The value of a field that must be there. */
  public JsonValue field(String name) {
    return find(name)
        .orElseThrow(
            () -> new VailFormatException(Fault.BAD_FIELD, at, "field '" + name + "' is missing"));
  }

  /** A field that must be an object. */
  public JsonObject object(String name) {
    return field(name).asObject(named(name));
  }

  /** A field that must be an array. */
  public JsonArray array(String name) {
    return field(name).asArray(named(name));
  }

  /** A field that must be an array of so many whole numbers in a range, both ends included. */
  public long[] integers(String name, int size, long least, long most) {
    JsonArray array = array(name);
    if (array.items().size() != size) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          array.at(),
          named(name) + " must have " + size + " items, not " + array.items().size());
    }
    return array.integers(named(name), least, most);
  }

  /** A field that must be a string. */
  public String string(String name) {
    return field(name).asString(named(name));
  }

  /** A field that must be a whole number in a range, both ends included. */
  public long integer(String name, long least, long most) {
    return field(name).asLong(named(name), least, most);
  }

  /** A field that must be a finite number. */
  public double number(String name) {
    return field(name).asDouble(named(name));
  }

  /** A field that must be true or false. */
  public boolean bool(String name) {
    return field(name).asBoolean(named(name));
  }

  private static String named(String name) {
    return "field '" + name + "'";
  }

  /** Collects the fields of an object; not for use by several threads. */
  public static final class Builder {
    private final SequencedMap<String, JsonValue> fields = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a field.
     *
     * @throws IllegalArgumentException if there is one of this name
     */
    public Builder put(String name, JsonValue value) {
      if (fields.putIfAbsent(name, value) != null) {
        throw new IllegalArgumentException("there is a field '" + name + "' already");
      }
      return this;
    }

    /** Adds a string. */
    public Builder put(String name, String text) {
      return put(name, JsonValue.of(text));
    }

    /** Adds a whole number. */
    public Builder put(String name, long number) {
      return put(name, JsonValue.of(number));
    }

    /** Adds a finite number. */
    public Builder put(String name, double number) {
      return put(name, JsonValue.of(number));
    }

    /** Adds true or false. */
    public Builder put(String name, boolean value) {
      return put(name, JsonValue.of(value));
    }

    /** The object. */
    public JsonObject build() {
      return new JsonObject(fields, 0);
    }
  }
}
