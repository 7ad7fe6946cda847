package vail.conform.judge;

/** How a vector ended. */
public enum State {
  /** Not claimed by the implementation, or not to be asked over this way; shown first. */
  NOT_APPLICABLE(Weight.ASIDE),
  /** Not asked, because the run stopped. */
  SKIPPED(Weight.ASIDE),
  /** The right answer. */
  PASS(Weight.GOOD),
  /** Clean, but short of what software should do. */
  NON_STRICT(Weight.GOOD),
  /** Neither good nor bad: for example, a right answer to what was not claimed. */
  INFORMATIONAL(Weight.GOOD),
  /** It fails as the list of known failures says. */
  KNOWN_FAIL(Weight.GOOD),
  /** It stands in the list of known failures and passes: the list is out of date. */
  UNEXPECTED_PASS(Weight.BAD),
  /** Other bytes than the right ones. */
  FAIL_MISMATCH(Weight.BAD),
  /** It took what it had to refuse. */
  FAIL_ACCEPTED(Weight.BAD),
  /** It refused what it had to take. */
  FAIL_REJECTED(Weight.BAD),
  /** It refused for another reason than the right one. */
  FAIL_WRONG_ERROR(Weight.BAD),
  /** Two answers to one question. */
  NONDETERMINISTIC(Weight.BAD),
  /** It died. */
  CRASH(Weight.BAD),
  /** It left instead of answering. */
  EXITED(Weight.BAD),
  /** It did not answer in time. */
  TIMEOUT(Weight.BAD),
  /** It said what is no message of the protocol. */
  PROTOCOL_ERROR(Weight.BAD);

  private enum Weight {
    ASIDE,
    GOOD,
    BAD
  }

  private final Weight weight;

  State(Weight weight) {
    this.weight = weight;
  }

  /** Whether it fails the run. */
  public boolean fails() {
    return weight == Weight.BAD;
  }

  /** Whether the implementation was asked at all. */
  public boolean asked() {
    return weight != Weight.ASIDE;
  }
}
