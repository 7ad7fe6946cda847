package vail.conform.planted;

import static vail.conform.planted.RefusedException.when;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import vail.conform.wire.Request;
import vail.fault.Fault;

/** Trains books, as section 4 of the specification of books has it. */
final class PlainTrainer {
  private static final int SYMBOLS = 256;

  /** What a sound trainer has answered: most bugs lie elsewhere, and training takes longest. */
  private static final Map<String, byte[]> KNOWN = new ConcurrentHashMap<>();

  private final Plant plant;
  private final long[] counts;
  private final int limit;
  private final boolean isLong;
  private long leastCost = Long.MAX_VALUE;
  private int[] best = new int[SYMBOLS + 1];

  private PlainTrainer(Plant plant, Request.Train asked) {
    this.plant = plant;
    this.isLong = asked.isLong();
    this.limit =
        plant.has(TrainerBug.LIMIT_12) && isLong
            ? Math.min(12, asked.limit())
            : Math.clamp(asked.limit(), 8, isLong ? 15 : 8);
    long mask = plant.has(TrainerBug.COUNTS_OF_32_BITS) ? 0xffff_ffffL : -1;
    this.counts = Arrays.stream(asked.counts()).map(c -> c & mask).toArray();
  }

  /** An item of a candidate. */
  private record Item(long weight, int symbol) {}

  static byte[] train(Plant plant, Request.Train asked) throws RefusedException {
    if (plant.bug().orElse(null) instanceof TrainerBug) {
      return trained(plant, asked);
    }
    String key = asked.isLong() + " " + asked.limit() + " " + Arrays.toString(asked.counts());
    byte[] known = KNOWN.get(key);
    if (known == null) {
      known = trained(Plant.SOUND, asked);
      KNOWN.put(key, known);
    }
    return known.clone();
  }

  private static byte[] trained(Plant plant, Request.Train asked) throws RefusedException {
    boolean legal = asked.limit() >= 8 && asked.limit() <= (asked.isLong() ? 15 : 8);
    when(!legal && !plant.has(TrainerBug.LIMIT_UNCHECKED), Fault.BAD_ARGUMENT);
    return new PlainTrainer(plant, asked).train();
  }

  private byte[] train() throws RefusedException {
    int occurring = (int) Arrays.stream(counts).filter(c -> c > 0).count();
    when(occurring == 0 && plant.has(TrainerBug.NOTHING_REFUSED), Fault.BAD_ARGUMENT);
    if (occurring == 0) {
      best[0] = 1;
      best[PlainBook.ESC] = 1;
    } else {
      candidates(occurring);
    }
    return book();
  }

  private void candidates(int occurring) {
    List<Item> order = new ArrayList<>();
    IntStream.range(0, SYMBOLS).forEach(s -> order.add(new Item(counts[s], s)));
    order.sort(heaviestFirst());
    long rest = Arrays.stream(counts).sum();
    int most = Math.min(occurring, plant.has(TrainerBug.NO_K_OF_255) ? 254 : 255);
    for (int k = 1; k <= most; k++) {
      rest -= order.get(k - 1).weight;
      long escape = rest + (plant.has(TrainerBug.ESCAPE_WITHOUT_ONE) ? 0 : 1);
      List<Item> items = new ArrayList<>(order.subList(0, k));
      items.add(new Item(escape, PlainBook.ESC));
      consider(items, plant.has(TrainerBug.LITERALS_FREE) ? 0 : 8 * escape);
    }
    int from = plant.has(TrainerBug.BOOK_OF_ALL_FROM_10) ? 10 : 9;
    if (isLong && limit >= from && !plant.has(TrainerBug.NO_BOOK_OF_ALL)) {
      long least = plant.has(TrainerBug.ABSENT_WEIGH_0) ? 0 : 1;
      List<Item> all =
          new ArrayList<>(
              order.stream().map(i -> new Item(Math.max(i.weight, least), i.symbol)).toList());
      consider(all, 0);
    }
  }

  private Comparator<Item> heaviestFirst() {
    Comparator<Item> symbols = Comparator.comparingInt(Item::symbol);
    if (plant.has(TrainerBug.LARGER_SYMBOL_FIRST)) {
      symbols = Comparator.comparingInt(i -> i.symbol == PlainBook.ESC ? 1 : -i.symbol);
    }
    if (plant.has(TrainerBug.ESCAPE_BEFORE_EQUALS)) {
      symbols = Comparator.comparingInt(i -> i.symbol == PlainBook.ESC ? -1 : i.symbol);
    }
    return Comparator.comparingLong(Item::weight).reversed().thenComparing(symbols);
  }

  private void consider(List<Item> items, long extra) {
    items.sort(heaviestFirst());
    long[] weights = items.stream().mapToLong(Item::weight).toArray();
    int[] lengths = new PlainMerge(plant).lengths(weights, limit);
    long cost = extra;
    for (int i = 0; i < lengths.length; i++) {
      cost += weights[i] * lengths[i];
    }
    if (cost < leastCost || cost == leastCost && plant.has(TrainerBug.LARGER_K_WINS)) {
      leastCost = cost;
      best = new int[SYMBOLS + 1];
      for (int i = 0; i < lengths.length; i++) {
        best[items.get(i).symbol] = lengths[i];
      }
    }
  }

  private byte[] book() {
    byte[] book = Arrays.copyOf("VBK1".getBytes(StandardCharsets.US_ASCII), 135);
    book[4] = (byte) (isLong ? 1 : 0);
    book[5] = (byte) center();
    for (int symbol = 0; symbol < best.length; symbol++) {
      book[6 + symbol / 2] |= (byte) (best[symbol] << 4 * (symbol % 2));
    }
    return book;
  }

  private long center() {
    int first = plant.has(TrainerBug.CENTER_COUNTS_ZEROS) ? 0 : 1;
    long sum = 0;
    long count = 0;
    for (int symbol = first; symbol < SYMBOLS; symbol++) {
      sum += symbol * counts[symbol];
      count += counts[symbol];
    }
    if (count == 0) {
      return 0;
    }
    return plant.has(TrainerBug.CENTER_ROUNDS) ? (2 * sum + count) / (2 * count) : sum / count;
  }
}
