package vail.conform.planted;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The books that are installed. */
final class PlainBooks {
  private final Plant plant;
  private final Map<Integer, PlainBook> books = new HashMap<>();
  private final Map<Integer, PlainBook> stale = new HashMap<>();
  private final List<Integer> installed = new ArrayList<>();

  PlainBooks(Plant plant) {
    this.plant = plant;
  }

  void install(int slot, int epoch, PlainBook book) {
    int name = name(slot, epoch);
    if (plant.has(StateBug.OLD_EPOCH_DROPPED)) {
      books.keySet().removeIf(other -> other >> 8 == slot);
    }
    if (plant.has(StateBug.TWO_BOOKS_ONLY) && books.size() == 2 && !books.containsKey(name)) {
      books.remove(installed.removeFirst());
    }
    books.put(
        name, plant.has(StateBug.TABLES_STALE) ? stale.computeIfAbsent(name, n -> book) : book);
    installed.remove(Integer.valueOf(name));
    installed.add(name);
  }

  void refused(int slot, int epoch) {
    if (plant.has(StateBug.REFUSED_BOOK_FORGETS)) {
      books.remove(name(slot, epoch));
    }
  }

  void forget() {
    if (!plant.has(StateBug.RESET_IGNORED)) {
      books.clear();
      installed.clear();
    }
  }

  Optional<PlainBook> find(int slot, int epoch) {
    if (plant.has(FrameBug.EPOCH_IGNORED)) {
      return installed.reversed().stream().filter(n -> n >> 8 == slot).findFirst().map(books::get);
    }
    return Optional.ofNullable(books.get(name(slot, epoch)));
  }

  /** The epoch that was installed last. */
  int lastEpoch() {
    return installed.getLast() & 0xff;
  }

  private int name(int slot, int epoch) {
    return slot << 8 | (plant.has(FrameBug.EPOCH_255_IS_0) ? epoch % 255 : epoch);
  }
}
