package vail.code;

/**
 * How long the codes of a book in training may become (C-13).
 *
 * @param bookClass the class of the book
 * @param bits 8 for short books, 8 to 15 for long ones
 */
public record LengthLimit(BookClass bookClass, int bits) {
  /** Short books. */
  public static final LengthLimit SHORT = new LengthLimit(BookClass.SHORT, 8);

  /** Long books, unless somebody asks for another limit. */
  public static final LengthLimit LONG = new LengthLimit(BookClass.LONG, 12);

  /** Rejects limits under which 256 codes do not fit, or that the class does not allow. */
  public LengthLimit {
    if (bits < 8 || bits > bookClass.maxLength()) {
      throw new IllegalArgumentException(
          "the limit of a "
              + bookClass
              + " book must be 8 to "
              + bookClass.maxLength()
              + ", not "
              + bits);
    }
  }

  /** The usual limit of a class. */
  public static LengthLimit of(BookClass bookClass) {
    return switch (bookClass) {
      case SHORT -> SHORT;
      case LONG -> LONG;
    };
  }
}
