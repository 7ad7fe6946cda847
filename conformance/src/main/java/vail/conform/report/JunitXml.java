package vail.conform.report;

import vail.conform.judge.Result;

/** A run in the form that build servers read: a test a vector, named by its id. */
public final class JunitXml {
  private JunitXml() {}

  /** The document. */
  public static String text(Run run) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append(
        "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\">\n"
            .formatted(
                Markup.escaped("vail conformance " + run.exam().level() + " " + run.exam().dut()),
                run.results().size(),
                count(run, Outcome.FAILURE),
                count(run, Outcome.ERROR),
                count(run, Outcome.SKIPPED)));
    run.results().forEach(result -> test(xml, run, result));
    return xml.append("</testsuite>\n").toString();
  }

  /** What JUnit knows. */
  private enum Outcome {
    GOOD,
    FAILURE,
    ERROR,
    SKIPPED
  }

  private static long count(Run run, Outcome outcome) {
    return run.results().stream().filter(result -> outcome(result) == outcome).count();
  }

  private static Outcome outcome(Result result) {
    return switch (result.state()) {
      case PASS, NON_STRICT, INFORMATIONAL -> Outcome.GOOD;
      case FAIL_MISMATCH,
          FAIL_ACCEPTED,
          FAIL_REJECTED,
          FAIL_WRONG_ERROR,
          NONDETERMINISTIC,
          UNEXPECTED_PASS ->
          Outcome.FAILURE;
      case CRASH, EXITED, TIMEOUT, PROTOCOL_ERROR -> Outcome.ERROR;
      case NOT_APPLICABLE, SKIPPED, KNOWN_FAIL -> Outcome.SKIPPED;
    };
  }

  private static void test(StringBuilder xml, Run run, Result result) {
    String message = Markup.escaped(result.state() + " " + result.error());
    xml.append(
        "  <testcase classname=\"vail.%s\" name=\"%s\""
            .formatted(Markup.escaped(result.kind()), Markup.escaped(result.id())));
    switch (outcome(result)) {
      case GOOD -> xml.append("/>\n");
      case SKIPPED -> xml.append("><skipped message=\"%s\"/></testcase>\n".formatted(message));
      case FAILURE -> trouble(xml, "failure", message, run, result);
      case ERROR -> trouble(xml, "error", message, run, result);
    }
  }

  private static void trouble(
      StringBuilder xml, String element, String message, Run run, Result result) {
    String text =
        result.title()
            + "\n"
            + String.join("\n", result.evidence().difference())
            + "\n"
            + run.reproduction(result.id());
    xml.append(
        "><%s type=\"%s\" message=\"%s\">%s</%s></testcase>\n"
            .formatted(element, result.state(), message, Markup.escaped(text), element));
  }
}
