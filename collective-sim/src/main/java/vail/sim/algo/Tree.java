package vail.sim.algo;

import vail.sim.plan.Range;
import vail.sim.plan.Script;

/**
 * A binary tree over numbers in order: the least power of two in a number is its height, 0 is the
 * root, and odd numbers are leaves. Its depth is log2 of the size, rounded up.
 *
 * @param size numbers from 0
 */
record Tree(int size) {
  static final int NONE = -1;

  /** The number above one; NONE above the root. */
  int parent(int number) {
    if (number == 0) {
      return NONE;
    }
    int height = number & -number;
    int parent = (number ^ height) | (height << 1);
    return parent < size ? parent : number ^ height;
  }

  /** The child below a number; NONE below a leaf and below the root, which has one child. */
  int lower(int number) {
    int height = number & -number;
    return height > 1 ? number - height / 2 : NONE;
  }

  /** The child above a number, or the only child of the root; NONE if there is none. */
  int upper(int number) {
    int height = number == 0 ? Integer.highestOneBit(Math.max(1, size - 1)) * 2 : number & -number;
    for (int step = height / 2; step > 0; step /= 2) {
      if (number + step < size) {
        return number + step;
      }
    }
    return NONE;
  }

  /** How a number of the tree is called by those who send. */
  @FunctionalInterface
  interface Naming {
    int die(int number);
  }

  /** Sums go up to the root. */
  void reduce(int number, Naming naming, Range range, Script script) {
    for (int child : new int[] {lower(number), upper(number)}) {
      if (child != NONE) {
        script.reduce(naming.die(child), range);
      }
    }
    if (parent(number) != NONE) {
      script.send(naming.die(parent(number)), range);
    }
  }

  /** The root's values go down. */
  void broadcast(int number, Naming naming, Range range, Script script) {
    if (parent(number) != NONE) {
      script.store(naming.die(parent(number)), range);
    }
    for (int child : new int[] {upper(number), lower(number)}) {
      if (child != NONE) {
        script.send(naming.die(child), range);
      }
    }
  }
}
