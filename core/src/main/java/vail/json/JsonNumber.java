package vail.json;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * A JSON number, kept as it was written: nothing is rounded until somebody asks.
 *
 * @param text the number by the grammar of RFC 8259, section 6
 * @param at first byte in the input
 */
public record JsonNumber(String text, long at) implements JsonValue {
  private static final Pattern GRAMMAR =
      Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

  private static final int LONGEST_LONG = 20;

  /** Rejects text that is no JSON number. */
  public JsonNumber {
    if (!isPlain(text) && !GRAMMAR.matcher(text).matches()) {
      throw new IllegalArgumentException("JSON has no number " + text);
    }
  }

  /** Counts and offsets, nearly all numbers there are, need no pattern. */
  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.charAt(0) == '0' && text.length() > 1) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The number if it is written as a whole one, and fits 64 bits. */
  OptionalLong whole() {
    if (text.length() > LONGEST_LONG || isFraction()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      // 19 or 20 characters may be one too many.
      return OptionalLong.empty();
    }
  }

  private boolean isFraction() {
    return text.indexOf('.') >= 0 || text.indexOf('e') >= 0 || text.indexOf('E') >= 0;
  }

  long toLong(String what, long least, long most) {
    OptionalLong value = whole();
    if (value.isEmpty() || value.getAsLong() < least || value.getAsLong() > most) {
      throw new VailFormatException(
          Fault.BAD_FIELD,
          at,
          what + " must be a whole number, " + least + " to " + most + ", not " + text);
    }
    return value.getAsLong();
  }

  double toDouble(String what) {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new VailFormatException(
          Fault.BAD_FIELD, at, what + " must be a number that fits 64 bits, not " + text);
    }
    return value;
  }
}
