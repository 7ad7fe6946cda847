package vail.conform.judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.conform.dut.Dut;
import vail.conform.dut.DutFailure;
import vail.conform.judge.Step.Answer;
import vail.conform.vector.Duty;
import vail.conform.vector.Kind;
import vail.conform.vector.Vector;
import vail.conform.wire.Claim;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.fault.Fault;

/** Asks an implementation one vector at a time. */
final class Examiner {
  private final Dut dut;
  private final Claim claim;
  private final Shelf shelf;

  Examiner(Dut dut) {
    this.dut = dut;
    this.claim = dut.claim();
    this.shelf = new Shelf(dut);
  }

  /** Asks a vector whose steps are known. */
  Trial ask(Vector vector, List<Step> steps, Coverage coverage) throws IOException {
    List<Reply> replies = new ArrayList<>();
    Optional<Step> current = Optional.empty();
    try {
      Reply ready = shelf.hold(vector.books(), from(vector, steps));
      if (!(ready instanceof Reply.Done)) {
        return unready(ready, coverage);
      }
      Trial trial = Trial.aside(State.PASS, "");
      for (Step step : steps) {
        current = Optional.of(step);
        Reply reply = dut.ask(step.request());
        replies.add(reply);
        Opinion opinion = opinion(vector, step, reply, coverage);
        if (opinion.state() != State.PASS && !dut.recording()) {
          trial = trial(vector, step, reply, opinion, replies);
          if (opinion.state().fails() || !opinion.state().asked()) {
            break;
          }
        }
      }
      return new Trial(trial.state(), trial.error(), replies, trial.wrong());
    } catch (DutFailure e) {
      Optional<Trial.Wrong> wrong = current.map(step -> new Trial.Wrong(step, Optional.empty()));
      return new Trial(state(e), String.valueOf(e.getMessage()), replies, wrong);
    } finally {
      if (changesBooks(steps)) {
        shelf.forget();
      }
    }
  }

  private Opinion opinion(Vector vector, Step step, Reply reply, Coverage coverage) {
    if (!coverage.complete()) {
      return Opinion.outside(step.answer(), reply, claim.errorDetail());
    }
    boolean declined =
        reply instanceof Reply.Refusal refusal
            && refusal.fault() == Fault.UNSUPPORTED_FEATURE.number()
            && step.request() instanceof Request.Best;
    return declined && Coverage.declinable(vector, claim)
        ? new Opinion(State.NOT_APPLICABLE, "it declines best")
        : Opinion.of(step.answer(), reply, claim.errorDetail());
  }

  private static Trial trial(
      Vector vector, Step step, Reply reply, Opinion opinion, List<Reply> replies) {
    boolean excused = opinion.state().fails() && vector.duty() == Duty.SHOULD;
    return new Trial(
        excused ? State.NON_STRICT : opinion.state(),
        opinion.error(),
        replies,
        Optional.of(new Trial.Wrong(step, Optional.of(reply))));
  }

  /** A book is refused that the vector needs: right only where the vector is not claimed. */
  private Trial unready(Reply reply, Coverage coverage) {
    Opinion opinion =
        coverage.complete()
            ? Opinion.of(new Answer.Done(), reply, claim.errorDetail())
            : Opinion.outside(new Answer.Done(), reply, claim.errorDetail());
    String error = opinion.error().isEmpty() ? "" : "a legal book is refused: " + opinion.error();
    return new Trial(opinion.state(), error, List.of(reply), Optional.empty());
  }

  private static Shelf.From from(Vector vector, List<Step> steps) {
    boolean exactly =
        changesBooks(steps)
            || vector.kind() == Kind.SESSION
            || vector.needs().features().contains("previous")
            || steps.stream()
                .anyMatch(step ->
                    step.answer() instanceof Answer.Refusal(List<Fault> anyOf)
                        && anyOf.contains(Fault.CODEBOOK_UNKNOWN));
    return exactly ? Shelf.From.EXACTLY : Shelf.From.ANY;
  }

  private static boolean changesBooks(List<Step> steps) {
    return steps.stream()
        .anyMatch(s ->
            s.request() instanceof Request.Book
                || s.request() instanceof Request.Reset
                || s.request() instanceof Request.Call);
  }

  static State state(DutFailure failure) {
    return switch (failure.ending()) {
      case CRASH -> State.CRASH;
      case EXITED -> State.EXITED;
      case TIMEOUT -> State.TIMEOUT;
      case PROTOCOL_ERROR -> State.PROTOCOL_ERROR;
    };
  }
}
