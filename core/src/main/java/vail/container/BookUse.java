package vail.container;

import java.util.Optional;
import vail.code.BookId;

/**
 * How many blocks of a segment name a book.
 *
 * @param slot 0 for raw blocks, 255 for constant ones, else the book's
 * @param epoch the book's, else 0
 * @param blocks 1 or more
 */
public record BookUse(int slot, int epoch, long blocks) {
  /** The book; raw and constant blocks name none. */
  public Optional<BookId> book() {
    return slot == TileBody.RAW_SLOT || slot == TileBody.CONSTANT_SLOT
        ? Optional.empty()
        : Optional.of(new BookId(slot, epoch));
  }
}
