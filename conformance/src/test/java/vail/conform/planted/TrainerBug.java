package vail.conform.planted;

import static vail.conform.judge.State.CRASH;
import static vail.conform.judge.State.FAIL_ACCEPTED;
import static vail.conform.judge.State.FAIL_MISMATCH;
import static vail.conform.judge.State.FAIL_REJECTED;

import java.util.Set;
import vail.conform.judge.State;

/** Mistakes in training (C-13 to C-18). */
@SuppressWarnings("ImmutableEnumChecker") // the set is a copy
enum TrainerBug implements Bug {
  LARGER_SYMBOL_FIRST("of equal counts the larger symbol comes first", FAIL_MISMATCH),
  LARGER_K_WINS("of equal costs the larger K wins", FAIL_MISMATCH),
  ESCAPE_WITHOUT_ONE("ESC weighs the other counts, without the 1", FAIL_MISMATCH, CRASH),
  LITERALS_FREE("escapes cost no literal", FAIL_MISMATCH),
  PACKAGE_FIRST("on equal weight a package comes before a leaf", FAIL_MISMATCH),
  ONE_LIST_FEWER("package-merge takes L - 1 lists", FAIL_MISMATCH, CRASH),
  LIMIT_12("every long book has codes of at most 12 bits", FAIL_MISMATCH),
  NO_K_OF_255("K stops at 254", FAIL_MISMATCH),
  NO_BOOK_OF_ALL("a code for every symbol is never tried", FAIL_MISMATCH),
  BOOK_OF_ALL_FROM_10("a code for every symbol is tried from L = 10 on", FAIL_MISMATCH),
  ABSENT_WEIGH_0("symbols that do not occur weigh nothing where all have codes", FAIL_MISMATCH),
  ESCAPE_BEFORE_EQUALS("of equal weights ESC gets the shortest code", FAIL_MISMATCH),
  CENTER_ROUNDS("the center is rounded to the nearest", FAIL_MISMATCH),
  CENTER_COUNTS_ZEROS("zeros count in the center", FAIL_MISMATCH),
  NOTHING_REFUSED("no counts at all are refused", FAIL_REJECTED),
  COUNTS_OF_32_BITS("counts are cut to 32 bits", FAIL_MISMATCH, CRASH),
  LIMIT_UNCHECKED("a limit that no class has is bent", FAIL_ACCEPTED);

  private final String says;
  private final Set<State> states;

  TrainerBug(String says, State... states) {
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
