package vail.conform.generate;

import java.util.ArrayList;
import java.util.List;
import vail.conform.random.Xoshiro256;

/**
 * Finds few rows in which every legal combination of values of some dimensions occurs, greedily:
 * each row starts from a combination that is still missing and takes, dimension by dimension, the
 * value that brings the most new ones; of several such rows the best is kept.
 */
final class Covering {
  private static final int TRIES = 12;

  private final int[] sizes;
  private final Legal legal;
  private final Xoshiro256 random;
  private final List<int[]> choices = new ArrayList<>();
  private final List<boolean[]> open = new ArrayList<>();

  /** Which values go together. */
  @FunctionalInterface
  interface Legal {
    boolean together(int dimension, int value, int other, int otherValue);
  }

  private Covering(int[] sizes, int strength, Legal legal, long seed) {
    this.sizes = sizes;
    this.legal = legal;
    this.random = new Xoshiro256(seed);
    choose(new int[strength], 0, 0);
  }

  /**
   * The rows, a value a dimension. A legal combination must never be a dead end: some value of
   * every other dimension goes with everything.
   */
  static List<int[]> rows(int[] sizes, int strength, Legal legal, long seed) {
    Covering covering = new Covering(sizes, strength, legal, seed);
    List<int[]> rows = new ArrayList<>();
    for (int choice = 0; choice < covering.choices.size(); choice++) {
      for (int tuple = 0; tuple < covering.open.get(choice).length; tuple++) {
        if (covering.open.get(choice)[tuple]) {
          int[] row = covering.best(choice, tuple);
          covering.close(row);
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private void choose(int[] choice, int at, int from) {
    if (at == choice.length) {
      choices.add(choice.clone());
      open.add(legalTuples(choice));
      return;
    }
    for (int dimension = from; dimension < sizes.length; dimension++) {
      choice[at] = dimension;
      choose(choice, at + 1, dimension + 1);
    }
  }

  private boolean[] legalTuples(int[] choice) {
    int count = 1;
    for (int dimension : choice) {
      count *= sizes[dimension];
    }
    boolean[] tuples = new boolean[count];
    for (int tuple = 0; tuple < count; tuple++) {
      int[] row = emptyRow();
      place(choice, tuple, row);
      tuples[tuple] = true;
      for (int dimension : choice) {
        tuples[tuple] &= fits(row, dimension, row[dimension]);
      }
    }
    return tuples;
  }

  private int[] emptyRow() {
    int[] row = new int[sizes.length];
    java.util.Arrays.fill(row, -1);
    return row;
  }

  private void place(int[] choice, int tuple, int[] row) {
    int rest = tuple;
    for (int i = choice.length - 1; i >= 0; i--) {
      row[choice[i]] = rest % sizes[choice[i]];
      rest /= sizes[choice[i]];
    }
  }

  private boolean fits(int[] row, int dimension, int value) {
    for (int other = 0; other < row.length; other++) {
      if (other != dimension
          && row[other] >= 0
          && !legal.together(dimension, value, other, row[other])) {
        return false;
      }
    }
    return true;
  }

  private int[] best(int choice, int tuple) {
    int[] best = emptyRow();
    int most = -1;
    for (int i = 0; i < TRIES; i++) {
      int[] row = emptyRow();
      place(choices.get(choice), tuple, row);
      int gain = fill(row);
      if (gain > most) {
        most = gain;
        best = row;
      }
    }
    return best;
  }

  /** Fills a row in a random order of dimensions; returns what it brings. */
  private int fill(int[] row) {
    int gain = 0;
    for (int dimension : shuffled()) {
      if (row[dimension] < 0) {
        gain += fill(row, dimension);
      }
    }
    return gain;
  }

  private int fill(int[] row, int dimension) {
    int most = -1;
    int ties = 0;
    int taken = -1;
    for (int value = 0; value < sizes[dimension]; value++) {
      if (fits(row, dimension, value)) {
        row[dimension] = value;
        int gain = gain(row, dimension);
        ties = gain == most ? ties + 1 : gain > most ? 1 : ties;
        if (gain > most || gain == most && random.below(ties) == 0) {
          most = gain;
          taken = value;
        }
        row[dimension] = -1;
      }
    }
    if (taken < 0) {
      throw new IllegalStateException("no value of dimension " + dimension + " fits");
    }
    row[dimension] = taken;
    return most;
  }

  /** Open combinations of the row that hold a dimension. */
  private int gain(int[] row, int dimension) {
    int gain = 0;
    for (int c = 0; c < choices.size(); c++) {
      int[] choice = choices.get(c);
      if (contains(choice, dimension) && isFull(choice, row) && open.get(c)[index(choice, row)]) {
        gain++;
      }
    }
    return gain;
  }

  private static boolean contains(int[] choice, int dimension) {
    for (int one : choice) {
      if (one == dimension) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFull(int[] choice, int[] row) {
    for (int dimension : choice) {
      if (row[dimension] < 0) {
        return false;
      }
    }
    return true;
  }

  private int index(int[] choice, int[] row) {
    int index = 0;
    for (int dimension : choice) {
      index = index * sizes[dimension] + row[dimension];
    }
    return index;
  }

  private void close(int[] row) {
    for (int c = 0; c < choices.size(); c++) {
      open.get(c)[index(choices.get(c), row)] = false;
    }
  }

  private int[] shuffled() {
    int[] order = new int[sizes.length];
    for (int i = 0; i < order.length; i++) {
      int j = random.below(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
