package vail.cli.sim;

import java.io.IOException;
import java.util.List;

/**
 * A small all-reduce by dies that really run, for those who see this for the first time.
 *
 * @param words what came of it, in a sentence
 * @param page with pictures, one document in HTML
 * @param holds whether every value is right
 */
public record LiveDemo(String words, String page, boolean holds) {
  private static final List<String> QUESTION =
      List.of(
          "all_reduce",
          "--topology=ring:4",
          "--link-rate=25GB/s",
          "-b=256KiB",
          "-e=256KiB",
          "--chunks=2",
          "--codec=single",
          "--mode=live");

  /** Runs it. */
  public static LiveDemo run() throws IOException {
    return Asking.ask(QUESTION, _ -> {}, Audience.NOBODY, LiveDemo::of);
  }

  private static LiveDemo of(Report report) {
    Findings findings = report.findings();
    Row row = findings.subject();
    String words =
        "%d dies really ran an all_reduce, %s: %s"
            .formatted(
                findings.setup().dies(),
                findings.holds()
                    ? "every value is right"
                    : "%,d VALUES ARE WRONG".formatted(findings.wrong()),
                Scale.both(
                    "the dies took %s, the model says %s",
                    row.time(), row.lived().orElseThrow().modelled()));
    return new LiveDemo(words, SimPage.of(report), findings.holds());
  }
}
