package vail.conform.planted;

/** The transform of B-05 and the mean of B-06. */
record PlainBias(Plant plant) {
  private static final int NONE = -1;

  /** What the book sees of a symbol. */
  int apply(int symbol, int bias) {
    if (symbol == 0 && !plant.has(BiasBug.ZERO_MOVES)) {
      return 0;
    }
    if (plant.has(BiasBug.MODULO_256)) {
      return symbol - bias & 0xff;
    }
    int signed = plant.has(BiasBug.SIGNED_SYMBOLS) ? (byte) symbol : symbol;
    return Math.floorMod(signed - 1 - bias, 255) + 1;
  }

  /** The symbol of a t. */
  int undo(int t, int bias) {
    if (t == 0 && !plant.has(BiasBug.ZERO_MOVES)) {
      return 0;
    }
    if (plant.has(BiasBug.MODULO_256)) {
      return t + bias & 0xff;
    }
    if (plant.has(BiasBug.WRAPS_ONE_EARLY)) {
      return (t + bias) % 255;
    }
    return Math.floorMod(t - 1 + bias, 255) + 1;
  }

  /** The mean of the non-zero symbols i with (i div 64) mod stride = 0; -1 if there are none. */
  int mean(byte[] symbols, int stride) {
    long sum = 0;
    long count = 0;
    for (int i = 0; i < symbols.length; i++) {
      int symbol = symbols[i] & 0xff;
      if (i / 64 % stride == 0 && (symbol != 0 || plant.has(BiasBug.MEAN_COUNTS_ZEROS))) {
        sum += symbol;
        count++;
      }
    }
    if (plant.has(BiasBug.MEAN_IN_16_BITS)) {
      sum &= 0xffff;
    }
    if (count == 0) {
      return NONE;
    }
    return (int) (plant.has(BiasBug.MEAN_ROUNDS) ? (2 * sum + count) / (2 * count) : sum / count);
  }

  /** The bias of mean + offset for a book of this center. */
  int ofMean(int mean, int center, int offset) {
    int shift = plant.has(BiasBug.OFFSET_UNSIGNED) ? offset & 0xff : offset;
    if (mean == NONE) {
      return plant.has(BiasBug.OFFSET_OF_ZEROS) ? 0 : Math.floorMod(shift, 255);
    }
    int moved = mean - center;
    if (plant.has(BiasBug.MEAN_MODULO_256)) {
      moved &= 0xff;
    }
    if (plant.has(BiasBug.MEAN_BELOW_CENTER_IS_0)) {
      moved = Math.max(moved, 0);
    }
    return Math.floorMod(moved + shift, 255);
  }
}
