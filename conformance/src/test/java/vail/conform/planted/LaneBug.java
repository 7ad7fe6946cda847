package vail.conform.planted;

import static vail.conform.judge.State.CRASH;
import static vail.conform.judge.State.FAIL_ACCEPTED;
import static vail.conform.judge.State.FAIL_MISMATCH;
import static vail.conform.judge.State.FAIL_REJECTED;
import static vail.conform.judge.State.FAIL_WRONG_ERROR;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes in lanes, words, codes and literals (B-08 to B-14). */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum LaneBug implements Bug {
  CODES_NOT_REVERSED(
      "codes enter the window with the most significant bit highest", FAIL_MISMATCH, FAIL_REJECTED),
  WORDS_BIG_ENDIAN("words of two and four bytes are big-endian", FAIL_MISMATCH, FAIL_REJECTED),
  LANES_DESCENDING("the last lane takes its word first", FAIL_MISMATCH, FAIL_REJECTED),
  STEP_MAJOR("neighbouring symbols go to neighbouring lanes", FAIL_MISMATCH, FAIL_REJECTED),
  LITERALS_DESCENDING(
      "the literals of a round come in descending order", FAIL_MISMATCH, FAIL_REJECTED),
  LITERALS_AT_END("all literals come after the last round", FAIL_MISMATCH, FAIL_REJECTED),
  REFILL_AT_W("a lane with just w unread bits takes a word", FAIL_MISMATCH, FAIL_REJECTED),
  IDLE_LANES_TAKE(
      "in the last round lanes without symbols take words", FAIL_MISMATCH, FAIL_REJECTED),
  SHORT_LANE_WAITS(
      "a lane with fewer than r symbols in the last round takes no word",
      FAIL_MISMATCH,
      FAIL_REJECTED),
  NO_WORD_OF_ZEROS(
      "a lane whose codes are all written does not write its last word", FAIL_MISMATCH),
  PADDING_ONES("the encoder pads with ones", FAIL_MISMATCH),
  PADDING_UNCHECKED("unread bits may be anything", FAIL_ACCEPTED),
  LEFTOVER_UNCHECKED("bytes after the last round are overlooked", FAIL_ACCEPTED),
  PADDING_FIRST("unread bits are looked at before bytes left over", FAIL_WRONG_ERROR),
  LITERAL_UNCHECKED("a literal may have a code", FAIL_ACCEPTED),
  LITERAL_CHECKED_BEFORE_BIAS(
      "whether a literal has a code is asked of the symbol, not of its t",
      FAIL_MISMATCH,
      FAIL_ACCEPTED,
      FAIL_REJECTED,
      CRASH,
      FAIL_WRONG_ERROR),
  MISSING_WORD_IS_ZERO("a word that is not there is zero", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  MISSING_LITERAL_IS_TRUNCATED("a literal that is not there is TRUNCATED", FAIL_WRONG_ERROR),
  LONG_ROUND_AS_SHORT(
      "a round of a long book has w/8 symbols a lane", FAIL_MISMATCH, FAIL_REJECTED),
  CODES_OF_8_BITS("codes of more than 8 bits are cut to 8", FAIL_MISMATCH, FAIL_REJECTED),
  WINDOW_OF_32_BITS("the window of a lane holds 32 bits", FAIL_MISMATCH, FAIL_REJECTED),
  LAST_CODE_LOST(
      "the code of all ones decodes as its neighbour",
      FAIL_MISMATCH,
      FAIL_REJECTED,
      FAIL_WRONG_ERROR),
  TAIL_MASKED("the last symbols after a multiple of 16 are not written", FAIL_MISMATCH),
  FIRST_LANE_TWICE(
      "with 64 lanes the last one shares the window of the first", FAIL_MISMATCH, FAIL_REJECTED);

  private final String says;
  private final Set<State> states;

  LaneBug(String says, State... states) {
    this.says = says;
    this.states = Set.of(states);
  }

  @Override
  public String says() {
    return says;
  }

  @Override
  public Set<State> states() {
    return states;
  }
}
