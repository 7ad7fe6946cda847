package vail.sim.inject;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vail.sim.event.Wiring;

/**
 * All that is done to the links of a run.
 *
 * @param injections in no order
 */
public record Plan(List<Injection> injections) {
  /** Nothing. */
  public static final Plan NONE = new Plan(List.of());

  private static final Pattern INJECTION =
      Pattern.compile("([a-z-]+)@(\\d{1,9})(?::([a-z-]+)(?::(\\d{1,9}))?)?");
  private static final int MOST = 4;
  private static final int NUMBERS = 6;

  /** Takes a copy. */
  public Plan {
    injections = List.copyOf(injections);
  }

  /**
   * The plan of a seed: one to four injections of any kind, in any of some phases, on any link.
   *
   * @throws IllegalArgumentException if there is no link
   */
  public static Plan of(long seed, Wiring wiring, List<Phase> phases) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] links = IntStream.range(0, wiring.size()).filter(wiring::leads).toArray();
    if (links.length == 0) {
      throw new IllegalArgumentException("there is no link to which a fault could be done");
    }
    return new Plan(
        IntStream.range(0, 1 + random.nextInt(MOST))
            .mapToObj(_ ->
                new Injection(
                    any(random, Kind.values()),
                    links[random.nextInt(links.length)],
                    phases.get(random.nextInt(phases.size())),
                    random.nextInt(NUMBERS)))
            .toList());
  }

  /** The same in any phase. */
  public static Plan of(long seed, Wiring wiring) {
    return of(seed, wiring, List.of(Phase.values()));
  }

  private static <T> T any(SplittableRandom random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  /**
   * Reads injections separated by commas; a phase that is left out is transfer, a number 0.
   *
   * @throws IllegalArgumentException which says what is wrong with which
   */
  public static Plan parse(String text) {
    return new Plan(Arrays.stream(text.split(",", -1)).map(Plan::injection).toList());
  }

  private static Injection injection(String text) {
    Matcher parts = INJECTION.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is not of the form KIND@LINK:PHASE:NUMBER, like drop@3:transfer:0");
    }
    return new Injection(
        named(Kind.values(), parts.group(1)),
        Integer.parseInt(parts.group(2)),
        parts.group(3) == null ? Phase.TRANSFER : named(Phase.values(), parts.group(3)),
        parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4)));
  }

  private static <E extends Enum<E>> E named(E[] values, String name) {
    Optional<E> found =
        Arrays.stream(values).filter(each -> Injection.name(each).equals(name)).findFirst();
    return found.orElseThrow(() ->
        new IllegalArgumentException(
            "'%s' is none of %s"
                .formatted(
                    name,
                    Arrays.stream(values).map(Injection::name).collect(Collectors.joining(", ")))));
  }

  /**
   * Sees to it that all links are there.
   *
   * @throws IllegalArgumentException which says which is not
   */
  public void check(Wiring wiring) {
    for (Injection each : injections) {
      if (each.link() >= wiring.size() || !wiring.leads(each.link())) {
        throw new IllegalArgumentException(
            "%s: there is no link %d, they are numbered from 0 to %d"
                .formatted(each, each.link(), wiring.size() - 1));
      }
    }
  }

  /** The same without one of them. */
  public Plan without(int index) {
    List<Injection> left = new ArrayList<>(injections);
    left.remove(index);
    return new Plan(left);
  }

  @Override
  public String toString() {
    return injections.stream().map(Injection::toString).collect(Collectors.joining(","));
  }
}
