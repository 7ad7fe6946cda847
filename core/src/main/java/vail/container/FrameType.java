package vail.container;

/** What a frame carries (V-06). */
enum FrameType {
  BOOK(1),
  SEGMENT(2),
  TILE(3),
  DIRECTORY(4),
  END(5);

  private static final FrameType[] BY_NUMBER = values();

  private final int number;

  FrameType(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static boolean exists(int number) {
    return number >= 1 && number <= BY_NUMBER.length;
  }

  /** The type of a number that {@link #exists}. */
  static FrameType of(int number) {
    return BY_NUMBER[number - 1];
  }
}
