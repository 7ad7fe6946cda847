package vail.bridge.board;

/** Numbers that users type. */
final class Numbers {
  private Numbers() {}

  /** A number from 0 on, decimal or 0x and hexadecimal. */
  static long of(String name, String text) throws AbsentBoardException {
    try {
      long value = Long.decode(text);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new AbsentBoardException(name + " is a number, not \"" + text + "\"");
    }
    throw new AbsentBoardException(name + " is not negative, as \"" + text + "\" is");
  }
}
