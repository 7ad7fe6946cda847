package vail.conform.planted;

import static vail.conform.planted.RefusedException.when;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import vail.fault.Fault;

/** Reads the binary form of a book, checked in the order of C-08. */
final class PlainBookReader {
  private static final int BYTES = 135;
  private static final int LENGTHS_AT = 6;
  private static final byte[] MAGIC = "VBK1".getBytes(StandardCharsets.US_ASCII);

  private final Plant plant;
  private final byte[] bytes;
  private final int[] lengths = new int[PlainBook.ESC + 1];

  private PlainBookReader(byte[] bytes, Plant plant) {
    this.plant = plant;
    this.bytes = Arrays.copyOf(bytes, BYTES);
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int half = plant.has(BookBug.NIBBLES_SWAPPED) ? 1 - symbol % 2 : symbol % 2;
      lengths[symbol] = this.bytes[LENGTHS_AT + symbol / 2] >> 4 * half & 15;
    }
    if (plant.has(BookBug.NIBBLES_SWAPPED)) {
      lengths[PlainBook.ESC] = this.bytes[BYTES - 1] & 15;
    }
  }

  private interface Step {
    void check() throws RefusedException;
  }

  static PlainBook read(byte[] bytes, Plant plant) throws RefusedException {
    when(bytes.length < BYTES && !plant.has(BookBug.FEWER_BYTES_TAKEN), Fault.TRUNCATED);
    when(bytes.length > BYTES && !plant.has(BookBug.MORE_BYTES_TAKEN), Fault.TRAILING_DATA);
    PlainBookReader reader = new PlainBookReader(bytes, plant);
    for (Step step : reader.steps()) {
      step.check();
    }
    return PlainBook.of(reader.bytes, reader.lengths, plant);
  }

  private List<Step> steps() {
    List<Step> steps = new ArrayList<>(List.of(this::magic, this::flags, this::last, this::range));
    steps.addAll(List.of(this::kraft, this::escape));
    if (plant.has(BookBug.FLAGS_BEFORE_MAGIC)) {
      Collections.swap(steps, 0, 1);
    }
    if (plant.has(BookBug.KRAFT_BEFORE_LENGTHS)) {
      Collections.swap(steps, 3, 4);
    }
    if (plant.has(BookBug.ESCAPE_BEFORE_KRAFT)) {
      Collections.swap(steps, 4, 5);
    }
    return steps;
  }

  private void magic() throws RefusedException {
    boolean wrong = Arrays.mismatch(bytes, MAGIC) < MAGIC.length;
    when(wrong && !plant.has(BookBug.MAGIC_UNCHECKED), Fault.BAD_MAGIC);
  }

  private void flags() throws RefusedException {
    when((bytes[4] & ~1) != 0 && !plant.has(BookBug.FLAGS_UNCHECKED), Fault.RESERVED_NONZERO);
  }

  private void last() throws RefusedException {
    boolean wrong = (bytes[BYTES - 1] & 0xf0) != 0;
    when(wrong && !plant.has(BookBug.LAST_HALF_UNCHECKED), Fault.RESERVED_NONZERO);
  }

  private void range() throws RefusedException {
    int longest = Arrays.stream(lengths).max().orElse(0);
    boolean wrong = (bytes[4] & 1) == 0 && longest > 8;
    when(wrong && !plant.has(BookBug.LENGTH_UNCHECKED), Fault.CODEBOOK_LENGTH_RANGE);
    when(plant.has(BookBug.LENGTH_15_REFUSED) && longest > 14, Fault.CODEBOOK_LENGTH_RANGE);
  }

  private void kraft() throws RefusedException {
    long sum = Arrays.stream(lengths).filter(l -> l > 0).mapToLong(l -> 1L << 15 - l).sum();
    long one = 1L << 15;
    boolean single = Arrays.stream(lengths).filter(l -> l > 0).count() == 1 && sum == one / 2;
    when(sum > one && !plant.has(BookBug.OVERSUBSCRIBED_TAKEN), Fault.CODEBOOK_OVERSUBSCRIBED);
    boolean taken =
        plant.has(BookBug.INCOMPLETE_TAKEN) || plant.has(BookBug.ONE_CODE_TAKEN) && single;
    when(sum < one && !taken, Fault.CODEBOOK_INCOMPLETE);
  }

  private void escape() throws RefusedException {
    boolean all = Arrays.stream(lengths, 0, PlainBook.ESC).allMatch(l -> l > 0);
    boolean escape = lengths[PlainBook.ESC] > 0;
    when(!all && !escape && !lenient(BookBug.ESCAPE_MISSING_TAKEN), Fault.CODEBOOK_SHAPE);
    when(all && escape && !plant.has(BookBug.ESCAPE_NEEDLESS_TAKEN), Fault.CODEBOOK_SHAPE);
  }

  /** Whoever takes a code that is not one does not ask for ESC either. */
  private boolean lenient(Bug bug) {
    return plant.has(bug)
        || plant.has(BookBug.INCOMPLETE_TAKEN)
        || plant.has(BookBug.ONE_CODE_TAKEN);
  }
}
