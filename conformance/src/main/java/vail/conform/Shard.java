package vail.conform;

/**
 * A part of the extended level, for those who share it out.
 *
 * @param number 1 to {@code of}
 * @param of how many parts there are
 */
public record Shard(int number, int of) {
  /** All of it. */
  public static final Shard WHOLE = new Shard(1, 1);

  /** Rejects parts that are none. */
  public Shard {
    if (of < 1 || number < 1 || number > of) {
      throw new IllegalArgumentException("there is no part " + number + " of " + of);
    }
  }

  /**
   * Reads {@code 3/64}.
   *
   * @throws IllegalArgumentException if it is no part
   */
  public static Shard parse(String text) {
    if (!text.matches("[0-9]{1,6}/[0-9]{1,6}")) {
      throw new IllegalArgumentException("a part is written as 3/64, not '" + text + "'");
    }
    int slash = text.indexOf('/');
    return new Shard(
        Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }
}
