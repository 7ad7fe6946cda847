package vail.conform.planted;

import static vail.conform.judge.State.FAIL_ACCEPTED;
import static vail.conform.judge.State.FAIL_MISMATCH;
import static vail.conform.judge.State.FAIL_REJECTED;
import static vail.conform.judge.State.FAIL_WRONG_ERROR;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes in reading books and numbering codes (C-01 to C-09). */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum BookBug implements Bug {
  TIES_REVERSED(
      "symbols of one length are numbered in descending order", FAIL_MISMATCH, FAIL_REJECTED),
  ESCAPE_FIRST("ESC is the first of its length", FAIL_MISMATCH, FAIL_REJECTED),
  NIBBLES_SWAPPED(
      "the high half of a byte comes first", FAIL_MISMATCH, FAIL_REJECTED, FAIL_WRONG_ERROR),
  OVERSUBSCRIBED_TAKEN("a Kraft sum above 1 is taken", FAIL_ACCEPTED),
  INCOMPLETE_TAKEN("a Kraft sum below 1 is taken", FAIL_ACCEPTED),
  ONE_CODE_TAKEN("a single code of one bit is taken", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  LENGTH_UNCHECKED("a short book may have long codes", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  LENGTH_15_REFUSED("codes of 15 bits are refused", FAIL_REJECTED),
  ESCAPE_MISSING_TAKEN("a book without ESC may lack codes", FAIL_ACCEPTED),
  ESCAPE_NEEDLESS_TAKEN("a book with all codes may have ESC", FAIL_ACCEPTED),
  MAGIC_UNCHECKED("the magic is not compared", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  FLAGS_UNCHECKED("unknown flags are overlooked", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  LAST_HALF_UNCHECKED("the last half byte may be anything", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  MORE_BYTES_TAKEN("bytes after a book are overlooked", FAIL_ACCEPTED),
  FEWER_BYTES_TAKEN("bytes that a book lacks are zeros", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  KRAFT_BEFORE_LENGTHS("the Kraft sum is looked at before the lengths", FAIL_WRONG_ERROR),
  ESCAPE_BEFORE_KRAFT("the rule of ESC is looked at before the Kraft sum", FAIL_WRONG_ERROR),
  FLAGS_BEFORE_MAGIC("the flags are looked at before the magic", FAIL_WRONG_ERROR),
  CLASS_BY_LENGTHS(
      "a long book of short codes is read as a short one",
      FAIL_MISMATCH,
      FAIL_ACCEPTED,
      FAIL_REJECTED);

  private final String says;
  private final Set<State> states;

  BookBug(String says, State... states) {
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
