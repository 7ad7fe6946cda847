package vail.conform.planted;

/**
 * How symbols are dealt to lanes (B-09, B-10).
 *
 * @param lanes N
 * @param word w
 * @param perLane r
 */
record Deal(Plant plant, int lanes, int word, int perLane) {
  static Deal of(Plant plant, PlainBook book, int lanes, int word) {
    boolean wide = book.isLong() && !plant.has(LaneBug.LONG_ROUND_AS_SHORT);
    return new Deal(plant, lanes, word, Math.max(1, wide ? word / 16 : word / 8));
  }

  int round() {
    return lanes * perLane;
  }

  /** The lane of a symbol of a round. */
  int lane(int inRound) {
    return plant.has(LaneBug.STEP_MAJOR) ? inRound % lanes : inRound / perLane;
  }

  /** Which lane is asked first, second and so on. */
  int asked(int place) {
    return plant.has(LaneBug.LANES_DESCENDING) ? lanes - 1 - place : place;
  }

  /** Whether a lane takes a word in a round of so many symbols. */
  boolean takes(int lane, int symbols, int unread) {
    return takesPart(lane, symbols)
        && (plant.has(LaneBug.REFILL_AT_W) ? unread <= word : unread < word);
  }

  private boolean takesPart(int lane, int symbols) {
    if (plant.has(LaneBug.STEP_MAJOR)) {
      return lane < symbols;
    }
    if (plant.has(LaneBug.SHORT_LANE_WAITS)) {
      return (lane + 1) * perLane <= symbols;
    }
    return lane * perLane < symbols || plant.has(LaneBug.IDLE_LANES_TAKE);
  }

  /** Where lane's window is kept. */
  int window(int lane) {
    return plant.has(LaneBug.FIRST_LANE_TWICE) && lane == 63 ? 0 : lane;
  }

  /** Symbols of a round in the order in which their literals come. */
  int literal(int place, int first, int last) {
    return plant.has(LaneBug.LITERALS_DESCENDING) ? first + last - 1 - place : place;
  }

  /** Bits of a word's byte. */
  int shift(int place) {
    return plant.has(LaneBug.WORDS_BIG_ENDIAN) ? word - 8 - 8 * place : 8 * place;
  }
}
