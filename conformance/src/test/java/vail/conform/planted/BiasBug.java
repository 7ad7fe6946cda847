package vail.conform.planted;

import static vail.conform.judge.State.FAIL_MISMATCH;
import static vail.conform.judge.State.FAIL_REJECTED;
import static vail.conform.judge.State.NONDETERMINISTIC;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes in the transform and in the rules mean and previous (B-05 to B-07). */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum BiasBug implements Bug {
  MODULO_256("symbols wrap at 256", FAIL_MISMATCH, FAIL_REJECTED),
  ZERO_MOVES("zero is moved as every other symbol", FAIL_MISMATCH, FAIL_REJECTED),
  SIGNED_SYMBOLS("symbols above 127 are negative", FAIL_MISMATCH, FAIL_REJECTED),
  WRAPS_ONE_EARLY("symbol 255 wraps to 0", FAIL_MISMATCH),
  MEAN_COUNTS_ZEROS("zeros count in the mean", FAIL_MISMATCH),
  MEAN_ROUNDS("the mean is rounded to the nearest", FAIL_MISMATCH),
  MEAN_MODULO_256("the bias of a mean below the center is taken modulo 256", FAIL_MISMATCH),
  MEAN_BELOW_CENTER_IS_0("a mean below the center gives bias 0", FAIL_MISMATCH),
  MEAN_IN_16_BITS("the sum for the mean is kept in 16 bits", FAIL_MISMATCH),
  CENTER_IGNORED("the center is 128 in every book", FAIL_MISMATCH),
  OFFSET_UNSIGNED("the offset of a mean is never negative", FAIL_MISMATCH),
  OFFSET_OF_ZEROS("mean + d of nothing but zeros is 0", FAIL_MISMATCH),
  PREVIOUS_IS_OWN("previous takes the mean of the block itself", FAIL_MISMATCH),
  PREVIOUS_WITHOUT_CONSTANT("constant blocks do not count as the block before", FAIL_MISMATCH),
  PREVIOUS_OVER_RESET("the block before is remembered over RESET", FAIL_MISMATCH, NONDETERMINISTIC),
  PREVIOUS_OVER_ZEROS("a block of zeros leaves the mean of the one before it", FAIL_MISMATCH);

  private final String says;
  private final Set<State> states;

  BiasBug(String says, State... states) {
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
