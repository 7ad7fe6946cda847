package vail.conform.planted;

import static vail.conform.judge.State.CRASH;
import static vail.conform.judge.State.FAIL_ACCEPTED;
import static vail.conform.judge.State.FAIL_MISMATCH;
import static vail.conform.judge.State.FAIL_REJECTED;
import static vail.conform.judge.State.FAIL_WRONG_ERROR;
import static vail.conform.judge.State.NONDETERMINISTIC;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes of an encoder that has a choice (B-23 to B-26). */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum ChoiceBug implements Bug {
  RAW_IF_LARGER("a payload as large as its symbols stays coded", FAIL_MISMATCH),
  RAW_NEVER("a payload larger than its symbols stays coded", FAIL_MISMATCH, FAIL_WRONG_ERROR),
  STREAMED_FALLS_BACK("a streamed block falls back to raw", FAIL_MISMATCH),
  CONSTANT_ALWAYS("constant blocks are made unasked", FAIL_MISMATCH),
  CONSTANT_OF_ONE("one symbol makes a constant block", FAIL_MISMATCH),
  CONSTANT_STORED_ONLY("no constant block is streamed", FAIL_MISMATCH),
  CONSTANT_BEFORE_CHECKS("a constant block is made before the book is looked for", FAIL_ACCEPTED),
  CONSTANT_BUT_THE_LAST("whether the last symbol is the same is not asked", FAIL_MISMATCH),
  LAST_OF_EQUALS("of pairs that cost the same the last one wins", FAIL_MISMATCH),
  CANDIDATES_AS_LISTED("candidates are tried in the order of the list", FAIL_MISMATCH),
  BIASES_OUTSIDE("all candidates are tried with a bias before the next bias", FAIL_MISMATCH),
  STRIDE_IGNORED("the stride is always 1", FAIL_MISMATCH),
  STRIDE_OF_SYMBOLS("the stride counts symbols, not groups of 64", FAIL_MISMATCH),
  ESCAPES_COST_NO_LITERAL("an escape costs its code only", FAIL_MISMATCH),
  MEAN_OF_SAMPLE("the mean of best is that of the sampled symbols", FAIL_MISMATCH),
  LAYOUT_OF_THE_OTHER("long books take the layout for short ones", FAIL_MISMATCH, FAIL_REJECTED),
  LANES_BENT("too many lanes become 64", FAIL_ACCEPTED),
  BIAS_BENT("a bias of 255 becomes 0", FAIL_ACCEPTED),
  WORD_BENT("a word for a long book becomes wide enough", FAIL_ACCEPTED),
  NOTHING_IS_A_BLOCK("no symbols make an empty answer", FAIL_ACCEPTED),
  STREAMED_UNBOUNDED("more than 16,384 symbols are streamed", FAIL_ACCEPTED, CRASH),
  COUNT_BEFORE_BOOK("a bad count is reported before an unknown book", FAIL_WRONG_ERROR),
  EPOCH_OF_LAST(
      "the head names the epoch of the book installed last", FAIL_MISMATCH, NONDETERMINISTIC);

  private final String says;
  private final Set<State> states;

  ChoiceBug(String says, State... states) {
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
