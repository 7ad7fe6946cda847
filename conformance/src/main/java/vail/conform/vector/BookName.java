package vail.conform.vector;

import vail.code.BookId;

/**
 * A slot and an epoch that a request names, legal or not (C-10).
 *
 * @param slot 0 to 255; 0 and 255 are not legal
 * @param epoch 0 to 255
 */
public record BookName(int slot, int epoch) {
  /**
   * The name for the codec.
   *
   * @throws IllegalArgumentException if it is none
   */
  public BookId toId() {
    return new BookId(slot, epoch);
  }
}
