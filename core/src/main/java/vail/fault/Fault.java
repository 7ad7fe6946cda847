package vail.fault;

/**
 * The numbered error classes of the specification ({@code core/spec/faults.md}, F-01 to F-24).
 *
 * <p>The number is the same in the specification, the C interface, the hardware's status register,
 * the judge's protocol and the vectors.
 */
public enum Fault {
  /** The input ends before a field or payload that it announced (F-01). */
  TRUNCATED(1),
  /** The first bytes are not those of the format (F-02). */
  BAD_MAGIC(2),
  /** A version this implementation does not know (F-03). */
  UNSUPPORTED_VERSION(3),
  /** A reserved bit or byte is not zero (F-04). */
  RESERVED_NONZERO(4),
  /** A field holds a value that the format forbids (F-05). */
  BAD_FIELD(5),
  /** A size does not fit the arithmetic of the format (F-06). */
  SIZE_OVERFLOW(6),
  /** A well-formed input asks for more than the caller's {@link Limits} grant (F-07). */
  LIMIT_EXCEEDED(7),
  /** No codebook is installed under this slot and epoch (F-08). */
  CODEBOOK_UNKNOWN(8),
  /** A codebook's digest differs from the one that was agreed on (F-09). */
  CODEBOOK_MISMATCH(9),
  /** The code lengths promise more codes than there are (Kraft sum above 1, F-10). */
  CODEBOOK_OVERSUBSCRIBED(10),
  /** The code lengths leave codes without a meaning (Kraft sum below 1, F-11). */
  CODEBOOK_INCOMPLETE(11),
  /** A code length beyond the limit of the book's class (F-12). */
  CODEBOOK_LENGTH_RANGE(12),
  /** The rule of the escape symbol is broken (F-13). */
  CODEBOOK_SHAPE(13),
  /** An escape is followed by a literal that has a code of its own (F-14). */
  INVALID_CODEWORD(14),
  /** The payload holds more or fewer bits than the announced symbols need (F-15). */
  SYMBOL_COUNT_MISMATCH(15),
  /** The lane layout is not legal for the book's class (F-16). */
  LANE_LAYOUT(16),
  /** Unread bits after the last symbol are not all zero (F-17). */
  PADDING_NONZERO(17),
  /** Bytes follow where the input had to end (F-18). */
  TRAILING_DATA(18),
  /** A check value does not match its bytes (F-19). */
  CHECKSUM(19),
  /** The caller's output space cannot hold the result (F-20). */
  OUTPUT_TOO_SMALL(20),
  /** The caller asked for something the format does not offer (F-21). */
  BAD_ARGUMENT(21),
  /** A legal request outside what this implementation claims to support (F-22). */
  UNSUPPORTED_FEATURE(22),
  /** The caller stopped the operation (F-23). */
  CANCELLED(23),
  /** A defect of the implementation itself; never a correct answer (F-24). */
  INTERNAL(24);

  private static final Fault[] BY_NUMBER = values();

  private final int number;

  Fault(int number) {
    this.number = number;
  }

  /** The number that crosses borders: 1 to 24. */
  public int number() {
    return number;
  }

  /**
   * The fault of a number that came across a border.
   *
   * @throws IllegalArgumentException if no fault has this number
   */
  public static Fault of(int number) {
    if (number < 1 || number > BY_NUMBER.length) {
      throw new IllegalArgumentException("no fault has the number " + number);
    }
    return BY_NUMBER[number - 1];
  }
}
