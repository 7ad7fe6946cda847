package vail.conform.coverage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vail.conform.coverage.Factors.Factor;

/** All combinations of values of some factors at a time, and which of them were seen. */
final class Tuples {
  private final List<Factor> factors;
  private final Set<List<String>> feasible = new HashSet<>();
  private final Set<List<String>> seen = new HashSet<>();
  private final List<int[]> choices = new ArrayList<>();

  /**
   * Starts with nothing seen.
   *
   * @param factors the dimensions
   * @param strength how many at a time: 2 for pairs
   */
  Tuples(List<Factor> factors, int strength) {
    this.factors = factors;
    choose(new int[strength], 0, 0);
    for (int[] choice : choices) {
      enumerate(choice, new String[factors.size()], 0);
    }
  }

  private void choose(int[] choice, int at, int from) {
    if (at == choice.length) {
      choices.add(choice.clone());
      return;
    }
    for (int factor = from; factor < factors.size(); factor++) {
      choice[at] = factor;
      choose(choice, at + 1, factor + 1);
    }
  }

  private void enumerate(int[] choice, String[] row, int at) {
    if (at == choice.length) {
      if (completes(row.clone(), 0)) {
        feasible.add(key(choice, row));
      }
      return;
    }
    for (String value : factors.get(choice[at]).values()) {
      row[choice[at]] = value;
      if (fits(row, choice[at])) {
        enumerate(choice, row, at + 1);
      }
    }
    row[choice[at]] = "";
  }

  /** Whether what is left open can be chosen so that the whole is legal. */
  private boolean completes(String[] row, int at) {
    if (at == row.length) {
      return true;
    }
    if (isSet(row, at)) {
      return completes(row, at + 1);
    }
    for (String value : factors.get(at).values()) {
      row[at] = value;
      if (fits(row, at) && completes(row, at + 1)) {
        return true;
      }
    }
    row[at] = "";
    return false;
  }

  private boolean fits(String[] row, int at) {
    for (int other = 0; other < row.length; other++) {
      if (other != at
          && isSet(row, other)
          && !Factors.compatible(
              factors.get(at).name(), row[at], factors.get(other).name(), row[other])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSet(String[] row, int at) {
    return row[at] != null && !row[at].isEmpty();
  }

  private static List<String> key(int[] choice, String[] row) {
    List<String> key = new ArrayList<>();
    for (int factor : choice) {
      key.add(factor + "=" + row[factor]);
    }
    return List.copyOf(key);
  }

  /** A row was seen; a factor may have several values at once. */
  void see(List<Set<String>> labels) {
    for (int[] choice : choices) {
      see(choice, labels, new String[labels.size()], 0);
    }
  }

  private void see(int[] choice, List<Set<String>> labels, String[] row, int at) {
    if (at == choice.length) {
      List<String> key = key(choice, row);
      if (feasible.contains(key)) {
        seen.add(key);
      }
      return;
    }
    for (String value : labels.get(choice[at])) {
      row[choice[at]] = value;
      see(choice, labels, row, at + 1);
    }
  }

  /** Combinations that some legal request has. */
  int feasible() {
    return feasible.size();
  }

  /** Those that were seen. */
  int seen() {
    return seen.size();
  }

  /** Those that were not, as text. */
  List<String> missing() {
    return feasible.stream().filter(key -> !seen.contains(key)).map(this::text).sorted().toList();
  }

  private String text(List<String> key) {
    List<String> parts = new ArrayList<>();
    for (String part : key) {
      int at = part.indexOf('=');
      parts.add(factors.get(Integer.parseInt(part, 0, at, 10)).name() + part.substring(at));
    }
    return String.join(" ", parts);
  }
}
