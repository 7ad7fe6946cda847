package vail.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import vail.code.Codebook;

/**
 * Keeps the tables of the books and biases used last. Belongs to one thread.
 *
 * @param <T> tables for one book and bias
 */
public final class TableCache<T extends TableCache.Table> {
  /** A tensor's blocks use one book and few neighbouring biases; calls mix a few tensors. */
  private static final int PLACES = 12;

  private final Supplier<T> fresh;
  private final int most;
  private final List<Place<T>> places;

  /** Tables that can be filled again, so that a change of book or bias makes no garbage. */
  public interface Table {
    /** Fills the tables anew. */
    void load(Codebook book, int bias);
  }

  private static final class Place<T> {
    private final T table;
    private Codebook book;
    private int bias;

    Place(T table, Codebook book, int bias) {
      this.table = table;
      this.book = book;
      this.bias = bias;
    }
  }

  /** A cache for as many tables as coders of blocks need. */
  public TableCache(Supplier<T> fresh) {
    this(fresh, PLACES);
  }

  /** A cache for {@code most} tables. */
  public TableCache(Supplier<T> fresh, int most) {
    this.fresh = fresh;
    this.most = most;
    this.places = new ArrayList<>(most);
  }

  /** The tables of a book and a bias, made if they are not at hand. */
  public T of(Codebook book, int bias) {
    for (int i = 0; i < places.size(); i++) {
      Place<T> place = places.get(i);
      if (place.bias == bias && place.book.equals(book)) {
        toFront(i);
        return place.table;
      }
    }
    Place<T> place = oldest(book, bias);
    place.table.load(book, bias);
    return place.table;
  }

  /** The place that was used longest ago, or a new one, now in front and meant for others. */
  private Place<T> oldest(Codebook book, int bias) {
    if (places.size() < most) {
      places.add(new Place<>(fresh.get(), book, bias));
    }
    toFront(places.size() - 1);
    places.getFirst().book = book;
    places.getFirst().bias = bias;
    return places.getFirst();
  }

  private void toFront(int i) {
    if (i > 0) {
      places.addFirst(places.remove(i));
    }
  }
}
