package vail.block;

import vail.code.Codebook;

/**
 * Keeps the tables of the books and biases used last. Belongs to one thread.
 *
 * @param <T> tables for one book and bias
 */
final class TableCache<T> {
  /** A tensor's blocks use one book and few neighbouring biases; calls mix a few tensors. */
  private static final int PLACES = 16;

  private final Maker<T> maker;
  private final Place<T>[] places;
  private int used;

  /** Builds the tables of a book and a bias. */
  interface Maker<T> {
    T make(Codebook book, int bias);
  }

  private record Place<T>(Codebook book, int bias, T table) {
    boolean holds(Codebook wanted, int wantedBias) {
      return bias == wantedBias && book.equals(wanted);
    }
  }

  @SuppressWarnings("unchecked") // no array of a generic type can be made otherwise
  TableCache(Maker<T> maker) {
    this.maker = maker;
    this.places = (Place<T>[]) new Place<?>[PLACES];
  }

  /** The tables of a book and a bias, made if they are not at hand. */
  T of(Codebook book, int bias) {
    for (int i = 0; i < used; i++) {
      if (places[i].holds(book, bias)) {
        return toFront(places[i], i);
      }
    }
    used = Math.min(used + 1, PLACES);
    return toFront(new Place<>(book, bias, maker.make(book, bias)), used - 1);
  }

  /** Moves the places before {@code i} back by one, over the one at {@code i}. */
  private T toFront(Place<T> place, int i) {
    System.arraycopy(places, 0, places, 1, i);
    places[0] = place;
    return place.table();
  }
}
