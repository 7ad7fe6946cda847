package vail.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The names that users type and scripts read: constants of the code in lower case. */
public final class Names {
  private Names() {}

  /** The name of a constant, e.g. {@code short}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The constant of a name, in any case.
   *
   * @param type an enum
   * @throws TypeConversionException that lists all, if there is none
   */
  static <T> T find(Class<T> type, String name) {
    List<T> all = List.of(type.getEnumConstants());
    return all.stream()
        .filter(constant -> of((Enum<?>) constant).equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "'%s'; accepted are %s"
                    .formatted(
                        name,
                        all.stream()
                            .map(constant -> of((Enum<?>) constant))
                            .collect(Collectors.joining(", ")))));
  }
}
