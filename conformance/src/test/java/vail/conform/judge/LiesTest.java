package vail.conform.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.backend.Backends;
import vail.backend.Probe;
import vail.conform.dut.Dut;
import vail.conform.dut.InProcessDut;
import vail.conform.generate.Fresh;
import vail.conform.host.Answerer;
import vail.conform.host.BackendAnswerer;
import vail.conform.lying.Lie;
import vail.conform.report.Run;
import vail.conform.vector.Kind;
import vail.conform.vector.Level;
import vail.conform.vector.VectorSet;
import vail.conform.wire.Reply;
import vail.conform.wire.Request;
import vail.conform.wire.Requests;

class LiesTest {
  private static final long SEED = 42;
  private static final List<Question> SMOKE =
      VectorSet.load(Level.SMOKE).vectors().stream()
          .map(vector -> new Question(vector, Level.SMOKE))
          .toList();

  @Test
  void theReferencePasses() throws Exception {
    Run run = run(Lie.NONE);

    assertEquals(Run.Verdict.PASS, run.verdict(), run.failures()::toString);
    assertEquals(Set.of(State.NOT_APPLICABLE, State.PASS), states(run));
  }

  @ParameterizedTest
  @CsvSource({
    "WRONG_CLASS, FAIL_WRONG_ERROR",
    "ACCEPTS, FAIL_ACCEPTED",
    "REJECTS, FAIL_REJECTED",
    "MISDECODES, FAIL_MISMATCH",
    "CHANGES_ITS_MIND, NONDETERMINISTIC",
    "LEARNS, NONDETERMINISTIC",
    "THROWS, CRASH",
    "INTERNAL, FAIL_WRONG_ERROR",
  })
  void aLieIsCaughtInItsState(Lie lie, State state) throws Exception {
    Run run = run(lie);

    assertEquals(Run.Verdict.FAIL, run.verdict());
    assertTrue(states(run).contains(state), () -> run.counts() + " seed " + SEED);
  }

  @Test
  void booksThatAreNotForgottenAreFound() throws Exception {
    assertFalse(run(Lie.KEEPS_BOOKS).failures().isEmpty());
  }

  @Test
  void aRightAnswerThatIsNotClaimedIsNotedOnly() throws Exception {
    Run run = run(Lie.CLAIMS_LESS);

    assertEquals(Run.Verdict.PASS, run.verdict(), run.failures()::toString);
    assertTrue(
        EnumSet.of(State.PASS, State.INFORMATIONAL, State.NOT_APPLICABLE).containsAll(states(run)),
        () -> run.counts().toString());
    assertTrue(run.count(State.NOT_APPLICABLE) > 0);
  }

  @Test
  void anEmptyClaimDoesNotPass() throws Exception {
    assertEquals(Run.Verdict.FAIL, run(Lie.CLAIMS_NOTHING).verdict());
  }

  @Test
  void aKnownFailureIsNoNewsAndOnePassedIs() throws Exception {
    List<String> failing = run(Lie.MISDECODES).failures().stream().map(Result::id).toList();
    String other = SMOKE.getFirst().vector().id();
    KnownFailures known =
        new KnownFailures(
            failing.stream().collect(Collectors.toMap(id -> id, id -> State.FAIL_MISMATCH)));

    Run excused = run(Lie.MISDECODES, known);
    assertEquals(Run.Verdict.PASS, excused.verdict(), excused.failures()::toString);
    assertEquals(failing.size(), excused.count(State.KNOWN_FAIL));

    assertEquals(failing.size(), run(Lie.NONE, known).count(State.UNEXPECTED_PASS), other);
    assertTrue(run(Lie.REJECTS, known).count(State.FAIL_REJECTED) > 0);
  }

  @Test
  void theSameSeedGivesTheSameResults() throws Exception {
    assertEquals(run(Lie.CHANGES_ITS_MIND).results(), run(Lie.CHANGES_ITS_MIND).results());
  }

  @Test
  void answersLearnedByHeartFailWhereTheQuestionsAreNew() throws Exception {
    List<Question> published =
        SMOKE.stream().filter(question -> question.vector().kind() != Kind.SESSION).toList();
    Map<String, Reply> learned = new HashMap<>();
    judge(honest -> request -> learn(learned, request, honest.answer(request)), published);
    List<Question> withFresh = new ArrayList<>(published);
    Fresh.of(SEED).vectors().forEach(v -> withFresh.add(new Question(v, Level.FRESH)));

    Run run = judge(honest -> request -> recall(learned, request), withFresh);
    assertEquals(Run.Verdict.FAIL, run.verdict());
    assertTrue(run.memorised(), run.failures()::toString);
  }

  private static Reply learn(Map<String, Reply> learned, Request request, Reply reply) {
    learned.put(key(request), reply);
    return reply;
  }

  private static Reply recall(Map<String, Reply> learned, Request request) {
    Reply otherwise =
        request instanceof Request.Book ? new Reply.Done() : new Reply.Data(new byte[] {0});
    return learned.getOrDefault(key(request), otherwise);
  }

  private static String key(Request request) {
    return HexFormat.of().formatHex(Requests.message(0, request).toBytes());
  }

  private static Run judge(UnaryOperator<Answerer> how, List<Question> questions) throws Exception {
    Probe.Ready reference = (Probe.Ready) Backends.probe("java-reference");
    Answerer answerer = how.apply(new BackendAnswerer(reference.backend()));
    try (Dut dut = new InProcessDut(answerer, "test", reference.backend()::close)) {
      return new Run(
          new Run.Exam("java:test", "test", "smoke", SEED, List.of()),
          Optional.of(dut.claim()),
          Judge.judge(dut, questions, SEED, KnownFailures.NONE, done -> {}));
    }
  }

  private static Set<State> states(Run run) {
    return run.counts().keySet();
  }

  private static Run run(Lie lie) throws Exception {
    return run(lie, KnownFailures.NONE);
  }

  private static Run run(Lie lie, KnownFailures known) throws Exception {
    Probe.Ready reference = (Probe.Ready) Backends.probe("java-reference");
    BackendAnswerer honest = new BackendAnswerer(reference.backend());
    try (Dut dut = new InProcessDut(lie.of(honest), "test", reference.backend()::close)) {
      return new Run(
          new Run.Exam("java:" + lie, "test", "smoke", SEED, List.of()),
          Optional.of(dut.claim()),
          Judge.judge(dut, SMOKE, SEED, known, done -> {}));
    }
  }
}
