package vail.conform.judge;

import java.util.List;
import java.util.Optional;
import vail.conform.wire.Reply;

/**
 * What came of asking a vector once.
 *
 * @param state how it ended
 * @param error in words; empty if it passed
 * @param replies all replies, in order
 * @param wrong the step at fault and its reply, where there is one
 */
record Trial(State state, String error, List<Reply> replies, Optional<Wrong> wrong) {
  /** A step whose reply is not the right one. */
  record Wrong(Step step, Optional<Reply> reply) {}

  Trial {
    replies = List.copyOf(replies);
  }

  static Trial aside(State state, String why) {
    return new Trial(state, why, List.of(), Optional.empty());
  }

  /** Whether the implementation answered the same as another time. */
  boolean sameAs(Trial other) {
    return state == other.state && replies.equals(other.replies);
  }

  /** Asked twice, it ended differently: that is what is wrong with it, unless it died of it. */
  Trial with(Trial again, String when) {
    if (sameAs(again)) {
      return this;
    }
    if (died()) {
      return this;
    }
    if (again.died()) {
      return again;
    }
    Trial worse = again.state.fails() ? again : this;
    return new Trial(
        State.NONDETERMINISTIC,
        "first %s, then, %s, %s".formatted(said(), when, again.said()),
        replies,
        worse.wrong);
  }

  /** Whether the implementation was lost over it. */
  boolean died() {
    return switch (state) {
      case CRASH, EXITED, TIMEOUT, PROTOCOL_ERROR -> true;
      case PASS,
          NON_STRICT,
          INFORMATIONAL,
          KNOWN_FAIL,
          UNEXPECTED_PASS,
          FAIL_MISMATCH,
          FAIL_ACCEPTED,
          FAIL_REJECTED,
          FAIL_WRONG_ERROR,
          NONDETERMINISTIC,
          SKIPPED,
          NOT_APPLICABLE ->
          false;
    };
  }

  private String said() {
    return state + (error.isEmpty() ? "" : " (" + error + ")");
  }
}
