package vail.conform.junit;

import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import vail.conform.judge.Result;
import vail.conform.report.Run;

/**
 * The result of one vector as a test.
 *
 * @param run it belongs to
 * @param result what has come of it
 */
record VectorTest(Run run, Result result) implements TestTemplateInvocationContext {
  @Override
  public String getDisplayName(int index) {
    return result.id();
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    BeforeEachCallback check = this::check;
    return List.of(check);
  }

  private void check(ExtensionContext context) {
    switch (result.state()) {
      case PASS, NON_STRICT, INFORMATIONAL -> {
        // The body of the method has its turn.
      }
      case NOT_APPLICABLE, SKIPPED, KNOWN_FAIL ->
          throw new TestAbortedException(result.state() + ": " + result.error());
      case UNEXPECTED_PASS,
          FAIL_MISMATCH,
          FAIL_ACCEPTED,
          FAIL_REJECTED,
          FAIL_WRONG_ERROR,
          NONDETERMINISTIC,
          CRASH,
          EXITED,
          TIMEOUT,
          PROTOCOL_ERROR ->
          throw new AssertionFailedError(message());
    }
  }

  private String message() {
    return "%s %s: %s%n%s%n%s"
        .formatted(
            result.state(),
            result.title(),
            result.error(),
            String.join(System.lineSeparator(), result.evidence().difference()),
            run.reproduction(result.id()));
  }
}
