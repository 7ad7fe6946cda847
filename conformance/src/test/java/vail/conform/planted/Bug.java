package vail.conform.planted;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vail.conform.judge.State;

/** One mistake that an implementation can make. */
sealed interface Bug
    permits LaneBug,
        BiasBug,
        FrameBug,
        OrderBug,
        ChoiceBug,
        BookBug,
        TrainerBug,
        MappingBug,
        StateBug,
        AnswerBug {
  /** Name of the constant. */
  String name();

  /** The mistake in a line. */
  String says();

  /** The states that fit it: the suite must catch it in one of them. */
  Set<State> states();

  /** The kind of mistake. */
  default String family() {
    return getDeclaringClass().getSimpleName().replace("Bug", "").toLowerCase(Locale.ROOT);
  }

  /** The enumeration it belongs to. */
  Class<?> getDeclaringClass();

  /** What reports call it. */
  default String id() {
    return family() + "." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** All of them, family by family. */
  static List<Bug> all() {
    List<Bug> all = new ArrayList<>();
    for (Class<?> family : Bug.class.getPermittedSubclasses()) {
      Arrays.stream(family.getEnumConstants()).map(Bug.class::cast).forEach(all::add);
    }
    return all;
  }
}
