package vail.cli.train;

import java.util.Optional;
import java.util.OptionalInt;
import vail.cli.UsageException;
import vail.code.BookClass;
import vail.code.LengthLimit;

/**
 * The class and the longest code that the user asked for, as far as he did.
 *
 * @param bookClass the class, if it was named
 * @param limit the longest code, if it was named
 */
record LimitChoice(Optional<BookClass> bookClass, OptionalInt limit) {
  /** Rejects what no class allows. */
  LimitChoice {
    BookClass widest = bookClass.orElse(BookClass.LONG);
    if (limit.isPresent() && (limit.getAsInt() < 8 || limit.getAsInt() > widest.maxLength())) {
      throw new UsageException(
          "--limit %d: accepted are 8 for short books and 8 to 15 for long ones"
              .formatted(limit.getAsInt()));
    }
  }

  /** The limit of a book whose symbols are usually coded by books of a class. */
  LengthLimit of(BookClass usual) {
    BookClass chosen =
        bookClass.orElse(limit.isPresent() && limit.getAsInt() > 8 ? BookClass.LONG : usual);
    return limit.isPresent() ? new LengthLimit(chosen, limit.getAsInt()) : LengthLimit.of(chosen);
  }
}
