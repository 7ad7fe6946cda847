package vail.json;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongFunction;

/**
 * A JSON array.
 *
 * @param items its values, in order
 * @param at first byte in the input
 */
public record JsonArray(List<JsonValue> items, long at) implements JsonValue {
  /** Takes a copy of the items. */
  public JsonArray {
    items = List.copyOf(items);
  }

  /** An array of values. */
  public static JsonArray of(List<? extends JsonValue> items) {
    return new JsonArray(List.copyOf(items), 0);
  }

  /** An array of whole numbers. */
  public static JsonArray of(long... numbers) {
    LongFunction<JsonValue> number = JsonValue::of;
    return of(Arrays.stream(numbers).mapToObj(number).toList());
  }

  /**
   * The items as whole numbers in a range, both ends included.
   *
   * @param what names the array in messages
   * @throws vail.fault.VailFormatException BAD_FIELD at the first item that is something else
   */
  public long[] integers(String what, long least, long most) {
    long[] numbers = new long[items.size()];
    for (int i = 0; i < numbers.length; i++) {
      JsonValue item = items.get(i);
      OptionalLong whole =
          item instanceof JsonNumber number ? number.whole() : OptionalLong.empty();
      boolean fits = whole.isPresent() && whole.getAsLong() >= least && whole.getAsLong() <= most;
      // The name of an item is made up only where a message needs it.
      numbers[i] = fits ? whole.getAsLong() : item.asLong("item " + i + " of " + what, least, most);
    }
    return numbers;
  }
}
