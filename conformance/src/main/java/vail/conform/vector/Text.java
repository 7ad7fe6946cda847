package vail.conform.vector;

import java.util.Locale;

/** Text that is the same wherever one lives: some locales have other digits. */
public final class Text {
  private Text() {}

  /** As {@link String#format(String, Object...)}, in no locale. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would cost a dependency
  public static String of(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
