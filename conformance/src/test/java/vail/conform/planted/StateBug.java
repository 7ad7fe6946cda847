package vail.conform.planted;

import static vail.conform.judge.State.FAIL_ACCEPTED;
import static vail.conform.judge.State.FAIL_MISMATCH;
import static vail.conform.judge.State.FAIL_REJECTED;
import static vail.conform.judge.State.FAIL_WRONG_ERROR;
import static vail.conform.judge.State.NONDETERMINISTIC;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes about what is kept between requests. */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum StateBug implements Bug {
  RESET_IGNORED("RESET forgets nothing", FAIL_ACCEPTED, FAIL_MISMATCH, FAIL_REJECTED),
  OLD_EPOCH_DROPPED("a new epoch drops the one before", FAIL_REJECTED),
  REFUSED_BOOK_FORGETS("a refused book takes the old one with it", FAIL_REJECTED),
  TABLES_STALE(
      "tables of a slot and epoch outlive RESET", FAIL_MISMATCH, FAIL_REJECTED, NONDETERMINISTIC),
  WINDOWS_DIRTY(
      "the windows of a block that failed are not cleared",
      FAIL_MISMATCH,
      FAIL_REJECTED,
      NONDETERMINISTIC,
      FAIL_WRONG_ERROR),
  SCRATCH_SHARED(
      "symbols of the block before follow those of a shorter one", FAIL_MISMATCH, NONDETERMINISTIC),
  EVERY_97TH_WRONG(
      "every 97th block decodes with its last symbol off by one", FAIL_MISMATCH, NONDETERMINISTIC),
  SECOND_ANSWER_DIFFERS("a block that was seen before is refused", FAIL_REJECTED, NONDETERMINISTIC),
  TWO_BOOKS_ONLY("a third slot takes the place of the first", FAIL_REJECTED, NONDETERMINISTIC);

  private final String says;
  private final Set<State> states;

  StateBug(String says, State... states) {
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
