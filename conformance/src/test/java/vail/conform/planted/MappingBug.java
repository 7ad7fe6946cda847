package vail.conform.planted;

import static vail.conform.judge.State.FAIL_MISMATCH;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes between tensors and symbols (B-02 to B-04). */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum MappingBug implements Bug {
  NOT_ROTATED("the sign stays the highest bit", FAIL_MISMATCH),
  LOWEST_PLANE_FIRST("the lowest byte goes to plane 0", FAIL_MISMATCH),
  NAN_CANONICAL("a NaN of two bytes loses its payload", FAIL_MISMATCH),
  NEGATIVE_ZERO_LOST("-0.0 becomes 0.0", FAIL_MISMATCH),
  WIDE_AS_PAIRS("elements of eight bytes are taken as two of four", FAIL_MISMATCH),
  CODES_HIGH_FIRST("the first of four codes is the highest", FAIL_MISMATCH);

  private final String says;
  private final Set<State> states;

  MappingBug(String says, State... states) {
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
