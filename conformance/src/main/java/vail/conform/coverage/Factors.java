package vail.conform.coverage;

import java.util.List;

/**
 * The dimensions of encoding, their values, and which values cannot go together.
 *
 * <p>Books are those of {@code books.json} that are named here; a distribution is how symbols lie
 * in the eyes of the book, after the bias.
 */
public final class Factors {
  /** Numbers of symbols: around rounds, words, pages and fields. */
  public static final List<Integer> SYMBOLS =
      List.of(1, 2, 63, 64, 65, 255, 256, 257, 4095, 4096, 4097, 16_384, 65_536);

  /** Lane counts. */
  public static final List<Integer> LANES = List.of(1, 2, 4, 8, 16, 32, 64);

  /** Bits of a word. */
  public static final List<Integer> WORDS = List.of(8, 16, 32);

  /** Short books, in {@code books.json}. */
  public static final List<String> SHORT_BOOKS =
      List.of("one-bit", "steps", "flat", "stairs-8", "geometric-8", "gaussian-8");

  /** Long books. */
  public static final List<String> LONG_BOOKS =
      List.of("steps-long", "even", "stairs-15", "zipf-12", "geometric-15");

  /** How symbols lie. */
  public static final List<String> DISTRIBUTIONS =
      List.of(
          "book",
          "constant",
          "two",
          "geometric",
          "gaussian",
          "zipf",
          "uniform",
          "longest",
          "alternating",
          "unseen");

  /** Rules for the bias. */
  public static final List<String> BIASES =
      List.of("0", "1", "100", "254", "mean", "mean-1", "mean+1");

  /** The dimensions by name, each with its values. */
  public static final List<Factor> ALL =
      List.of(
          new Factor("symbols", texts(SYMBOLS)),
          new Factor("lanes", texts(LANES)),
          new Factor("word", texts(WORDS)),
          new Factor(
              "book",
              java.util.stream.Stream.of(SHORT_BOOKS, LONG_BOOKS).flatMap(List::stream).toList()),
          new Factor("distribution", DISTRIBUTIONS),
          new Factor("order", List.of("stored", "streamed")),
          new Factor("bias", BIASES),
          new Factor("constant", List.of("off", "on")),
          new Factor("method", List.of("fixed", "best/1", "best/8")));

  /**
   * A dimension.
   *
   * @param name for people
   * @param values labels
   */
  public record Factor(String name, List<String> values) {}

  private Factors() {}

  private static List<String> texts(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).toList();
  }

  /** Whether a request can have both values; the order does not matter. */
  public static boolean compatible(String factor, String value, String other, String otherValue) {
    return !excluded(factor, value, other, otherValue)
        && !excluded(other, otherValue, factor, value);
  }

  private static boolean excluded(String factor, String value, String other, String otherValue) {
    return switch (factor + ":" + other) {
      // B-08
      case "word:book" -> value.equals("8") && LONG_BOOKS.contains(otherValue);
      // B-20
      case "symbols:order" -> value.equals("65536") && otherValue.equals("streamed");
      // C-04: where every symbol has a code, none is unseen.
      case "distribution:book" ->
          value.equals("unseen") && List.of("even", "zipf-12").contains(otherValue);
      // A bias that follows the data moves the symbols elsewhere.
      case "distribution:bias" ->
          List.of("longest", "alternating", "unseen").contains(value)
              && otherValue.startsWith("mean");
      default -> false;
    };
  }
}
