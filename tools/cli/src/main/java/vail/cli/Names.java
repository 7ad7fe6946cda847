package vail.cli;

import java.util.Locale;

/** The names that users type and scripts read: constants of the code in lower case. */
public final class Names {
  private Names() {}

  /** The name of a constant, e.g. {@code short}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
