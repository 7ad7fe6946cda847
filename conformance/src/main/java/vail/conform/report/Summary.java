package vail.conform.report;

import java.util.List;
import java.util.Locale;
import vail.conform.judge.Result;
import vail.conform.judge.State;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;

/** A run on a screen, and as the one JSON document that scripts read. */
public final class Summary {
  private static final int FAILURES = 20;

  private Summary() {}

  /** Lines for a terminal: what was not tested first. */
  public static String text(Run run) {
    StringBuilder text = new StringBuilder();
    run.counts().forEach((state, count) -> text.append("%6d %s\n".formatted(count, state)));
    List<Result> failures = run.failures();
    failures.stream().limit(FAILURES).forEach(failure -> failure(text, run, failure));
    if (failures.size() > FAILURES) {
      text.append(
          "… and %d more; --html and --ndjson keep them all\n"
              .formatted(failures.size() - FAILURES));
    }
    if (run.memorised()) {
      text.append(
          "Only fresh vectors fail: the answers to the published ones look learned by heart.\n");
    }
    return text.append(verdict(run))
        .append(": ")
        .append(Markup.printable(run.claimLine()))
        .append('\n')
        .toString();
  }

  private static void failure(StringBuilder text, Run run, Result failure) {
    text.append("\n%s  %s\n".formatted(failure.state(), failure.id()));
    text.append("  %s\n".formatted(failure.title()));
    text.append("  %s\n".formatted(Markup.printable(failure.error())));
    failure.evidence().difference().forEach(line -> text.append("    ").append(line).append('\n'));
    text.append("  %s\n".formatted(Markup.printable(run.reproduction(failure.id()))));
  }

  static String verdict(Run run) {
    return run.verdict().name().toLowerCase(Locale.ROOT);
  }

  /** The document of {@code conform --json}. */
  public static JsonObject json(Run run) {
    JsonObject.Builder counts = JsonObject.builder();
    for (State state : Run.states()) {
      counts.put(state.name(), run.count(state));
    }
    return JsonObject.builder()
        .put("schema", "vail-conform/1")
        .put("dut", run.exam().dut())
        .put("claim", run.claimLine())
        .put("verdict", run.verdict() == Run.Verdict.PASS ? "pass" : "fail")
        .put("usable", run.verdict() != Run.Verdict.UNUSABLE)
        .put("level", run.exam().level())
        .put("seed", run.exam().seedText())
        .put("counts", counts.build())
        .put("results", JsonArray.of(run.results().stream().map(Summary::result).toList()))
        .build();
  }

  private static JsonValue result(Result result) {
    return JsonObject.builder()
        .put("id", result.id())
        .put("state", result.state().name())
        .put("error", result.error())
        .build();
  }
}
