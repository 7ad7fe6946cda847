package vail.conform.planted;

import static vail.conform.judge.State.CRASH;
import static vail.conform.judge.State.FAIL_ACCEPTED;
import static vail.conform.judge.State.FAIL_REJECTED;
import static vail.conform.judge.State.FAIL_WRONG_ERROR;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes in answering. */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum AnswerBug implements Bug {
  ONE_FAULT_FOR_ALL("every refusal is TRUNCATED", FAIL_WRONG_ERROR),
  INTERNAL_FOR_ALL("every refusal is INTERNAL", FAIL_WRONG_ERROR),
  PAYLOAD_FAULT_IS_CHECKSUM("every fault of a payload is CHECKSUM", FAIL_WRONG_ERROR),
  CRASH_ON_LAST_LITERAL("it reads a byte after a payload that ends in a literal", CRASH),
  CRASH_ON_SHORT_HEAD("it reads heads that are not there", CRASH),
  CRASH_ON_64_LANES("it has room for 63 lanes", CRASH),
  MAP_CLAIMED_ONLY("it claims to map and refuses", FAIL_REJECTED),
  LIMITS_CLAIMED_ONLY("it claims limits and applies none", FAIL_ACCEPTED, FAIL_WRONG_ERROR);

  private final String says;
  private final Set<State> states;

  AnswerBug(String says, State... states) {
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
