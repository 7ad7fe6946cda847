package vail.conform.vector;

import java.util.Arrays;
import java.util.Locale;

/** Names of constants as files write them: in lower case. */
final class Labels {
  private Labels() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E of(Class<E> type, String label) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("no " + type.getSimpleName() + " is " + label));
  }
}
