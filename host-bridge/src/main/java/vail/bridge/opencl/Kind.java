package vail.bridge.opencl;

import java.util.Locale;

/** A kind of group that has a kernel of its own, as {@code round.cl} says. */
enum Kind {
  /** 64 lanes of words of 8 bits. */
  WIDE(6),
  /** 8 lanes of words of 32 bits. */
  PORTABLE(3 | 2 << 3),
  /** 16 lanes of words of 8 bits. */
  LINK(4),
  /**
   * Any layout, long books, and groups of more than one kind; what it finds wrong changes kinds.
   */
  ANY(-1);

  private final int layout;

  Kind(int layout) {
    this.layout = layout;
  }

  /** The one for short books in a layout, as a head names it. */
  static Kind ofShort(int layout) {
    for (Kind kind : values()) {
      if (kind.layout == layout) {
        return kind;
      }
    }
    return ANY;
  }

  /** What kernels are called that are there for each kind. */
  String kernel(String work) {
    return work + "_" + name().toLowerCase(Locale.ROOT);
  }
}
