package vail.conform.planted;

import static vail.conform.judge.State.CRASH;
import static vail.conform.judge.State.FAIL_ACCEPTED;
import static vail.conform.judge.State.FAIL_MISMATCH;
import static vail.conform.judge.State.FAIL_REJECTED;
import static vail.conform.judge.State.FAIL_WRONG_ERROR;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes in head, tail, check and sizes (B-15 to B-22). */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum FrameBug implements Bug {
  COUNT_65536_IS_0("a count of 65,536 becomes 0", FAIL_MISMATCH, FAIL_REJECTED),
  CONSTANT_ONE_SHORT("a constant block gives one symbol too few", FAIL_MISMATCH),
  CHECK_IGNORED("the check is not compared", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  CHECK_OF_16_BITS("only the low half of the check is compared", FAIL_ACCEPTED),
  SEED_IGNORED("the seed of the check is zeros for every book", FAIL_MISMATCH, FAIL_REJECTED),
  SEED_OF_LAST_BYTES(
      "the seed is the last eight bytes of the digest", FAIL_MISMATCH, FAIL_REJECTED),
  SEED_OF_RAW(
      "raw and constant blocks have no seed, not one of zeros", FAIL_MISMATCH, FAIL_REJECTED),
  CHECK_WITHOUT_HEAD("the check leaves out the head", FAIL_MISMATCH, FAIL_REJECTED),
  CHECK_WITHOUT_SIZE("the check leaves out the size", FAIL_MISMATCH, FAIL_REJECTED),
  CHECK_OF_ZIP("the polynomial is that of zip", FAIL_MISMATCH, FAIL_REJECTED),
  CHECK_FROM_ZERO("the check starts with zeros", FAIL_MISMATCH, FAIL_REJECTED),
  CHECK_IN_STORED_ORDER(
      "a stored block is checked in the order of its bytes", FAIL_MISMATCH, FAIL_REJECTED),
  TRAILING_TAKEN("bytes after the block are overlooked", FAIL_ACCEPTED),
  VERSION_UNCHECKED("any version is read", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  LANES_128("log2 N = 7 means 128 lanes", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  WORD_3_IS_32("word 3 means 32 bits", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  RAW_LAYOUT_UNCHECKED("a raw block may have a layout", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  RAW_EPOCH_UNCHECKED("a raw block may have an epoch", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  RAW_BIAS_UNCHECKED("a raw block may have a bias", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  BIAS_255_TAKEN("a bias of 255 is read", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  LONG_IN_8_BITS("a long book may have words of 8 bits", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  STREAMED_UNBOUNDED(
      "a streamed block may have more than 16,384 symbols", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  STREAMED_BELOW_16384("a streamed block of 16,384 symbols is refused", FAIL_REJECTED),
  CONSTANT_OF_ONE("a constant block may have one symbol", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  CONSTANT_SIZE_UNCHECKED("a constant block may have more bytes", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  RAW_SIZE_UNCHECKED(
      "a raw block may have fewer bytes than symbols", FAIL_ACCEPTED, FAIL_WRONG_ERROR, CRASH),
  CODED_SIZE_UNCHECKED(
      "a stored coded block may be larger than its symbols", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  CODED_SIZE_MAY_EQUAL(
      "a stored coded block may be as large as its symbols", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  LIMIT_IGNORED("the caller's limit is overlooked", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  LIMIT_EXCLUSIVE("a block of just as many symbols as granted is refused", FAIL_REJECTED),
  ROOM_IGNORED("the caller's room is overlooked", FAIL_ACCEPTED, FAIL_WRONG_ERROR),
  RELEASED_ON_FAULT("what was decoded before a fault comes out", FAIL_ACCEPTED),
  EPOCH_IGNORED("a book is found by its slot alone", FAIL_ACCEPTED, FAIL_MISMATCH),
  EPOCH_255_IS_0(
      "epochs are counted modulo 255",
      FAIL_ACCEPTED,
      FAIL_MISMATCH,
      FAIL_REJECTED,
      FAIL_WRONG_ERROR);

  private final String says;
  private final Set<State> states;

  FrameBug(String says, State... states) {
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
