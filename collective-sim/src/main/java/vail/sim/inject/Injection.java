package vail.sim.inject;

import java.util.Locale;

/**
 * What is done to a link, once. Written {@code kind@link:phase:number}, as in {@code
 * flip-header@3:transfer:0}.
 *
 * @param kind what
 * @param link its number
 * @param phase when
 * @param number for which time in that phase, from 0
 */
public record Injection(Kind kind, int link, Phase phase, int number) {
  /** Rejects numbers below 0. */
  public Injection {
    if (link < 0 || number < 0) {
      throw new IllegalArgumentException("link and number are 0 or more");
    }
  }

  static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return "%s@%d:%s:%d".formatted(name(kind), link, name(phase), number);
  }
}
