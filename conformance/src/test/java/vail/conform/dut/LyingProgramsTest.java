package vail.conform.dut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vail.conform.Conformance;
import vail.conform.Setup;
import vail.conform.Shard;
import vail.conform.judge.KnownFailures;
import vail.conform.judge.Result;
import vail.conform.judge.State;
import vail.conform.lying.LyingProgram;
import vail.conform.report.Run;
import vail.conform.vector.Level;

/**
 * Programs that misbehave at their fourth DECODE; what comes after it must go on as if nothing was.
 */
class LyingProgramsTest {
  private static final long SEED = 7;

  @ParameterizedTest
  @CsvSource({
    "crash, CRASH",
    "exit, EXITED",
    "noise, PROTOCOL_ERROR",
    "little-noise, PROTOCOL_ERROR",
    "long, PROTOCOL_ERROR",
    "wrong-seq, PROTOCOL_ERROR",
    "wrong-type, PROTOCOL_ERROR",
    "half-and-exit, PROTOCOL_ERROR",
    "twice, PROTOCOL_ERROR",
    "noise-last, PROTOCOL_ERROR",
  })
  void misbehaviourHasItsState(String how, State state) throws Exception {
    Run run = run(how, Patience.USUAL);

    assertEquals(Run.Verdict.FAIL, run.verdict());
    assertTrue(run.count(state) > 0, () -> run.counts() + ", seed " + SEED);
    assertTrue(run.failures().stream().allMatch(r -> r.state() == state), run.failures()::toString);
    assertTrue(run.count(State.PASS) > 0);
  }

  @ParameterizedTest
  @CsvSource({"hang", "half-and-hang"})
  void whoNeverAnswersIsLate(String how) throws Exception {
    Run run = run(how, new Patience(0.3));

    assertTrue(run.count(State.TIMEOUT) > 0, () -> run.counts().toString());
    assertTrue(run.count(State.PASS) > 0);
  }

  @Test
  void whoStartsSlowlyIsAwaited() throws Exception {
    assertEquals(Run.Verdict.PASS, run("slow-start", Patience.USUAL).verdict());
  }

  @Test
  void aLineBeforeHelloMakesItUnusable() throws Exception {
    Run run = run("noise-first", Patience.USUAL);

    assertEquals(Run.Verdict.UNUSABLE, run.verdict());
    assertEquals(1, run.count(State.PROTOCOL_ERROR));
  }

  @Test
  void lastWordsAreKept() throws Exception {
    Result failure = run("says-why", Patience.USUAL).failures().getFirst();

    assertEquals("exit status 3: table <script> overrun", failure.error());
  }

  private static Run run(String how, Patience patience) throws Exception {
    String command =
        "'%s' -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s %s"
            .formatted(
                ProcessHandle.current().info().command().orElseThrow(),
                System.getProperty("java.class.path"),
                LyingProgram.class.getName(),
                how);
    Setup setup =
        new Setup(
            new DutAddress(DutAddress.Kind.PROCESS, command),
            Level.SMOKE,
            Shard.WHOLE,
            SEED,
            List.of("dec*"),
            KnownFailures.NONE,
            patience,
            Reach.LOOPBACK);
    return Conformance.judge(setup, total -> done -> {});
  }
}
