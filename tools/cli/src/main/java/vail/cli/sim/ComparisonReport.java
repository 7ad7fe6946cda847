package vail.cli.sim;

import java.util.Locale;
import vail.cli.Names;
import vail.cli.Units;
import vail.json.JsonArray;
import vail.json.JsonObject;

/** A comparison in words and as JSON. */
final class ComparisonReport {
  private static final String LINE = "%-14s %-18s %9s  %-10s %8s %12s %12s %12s %8s%n";
  private static final double PERCENT = 100;
  private static final double PS_A_US = 1e6;

  private ComparisonReport() {}

  static String head(Setup setup) {
    return "# dies that run beside the model on %s, %s; told: of this computer, by probes%n"
            .formatted(setup.topology().name(), Units.count(setup.lanes(), "sub-chunk"))
        + String.format(
            Locale.ROOT,
            LINE,
            "collective",
            "algorithm",
            "size(B)",
            "codec",
            "dilation",
            "model(us)",
            "told(us)",
            "dies(us)",
            "error");
  }

  static String line(Comparison.Case each) {
    return String.format(
        Locale.ROOT,
        LINE,
        Names.of(each.collective()),
        each.algorithm(),
        each.row().size(),
        each.row().codec(),
        each.lived().dilation(),
        microseconds(each.lived().modelled()),
        microseconds(each.expected()),
        microseconds(each.row().time()),
        percent(each.error(), "%+.2f%%"));
  }

  static String foot(Comparison comparison) {
    HostTime host = comparison.host();
    return String.format(
            Locale.ROOT,
            "# Told by probes between two dies: this computer takes %.0f us a run, %.1f us a hop, %.3f us a"
                + " KiB, %.1f us a coding%n",
            host.run() / 1e3,
            host.hop() / 1e3,
            host.kibibyte() / 1e3,
            host.coding() / 1e3)
        + "# Error of %d cases       : median %s, 95 %% of them within %s, worst %s%n"
            .formatted(
                comparison.cases().size(),
                percent(comparison.error(0.5), "%.2f%%"),
                percent(comparison.error(0.95), "%.2f%%"),
                percent(comparison.error(1), "%.2f%%"))
        + "# Wanted                  : median %.0f %%, 95 %% within %.0f %%: %s%n"
            .formatted(
                Comparison.MEDIAN * PERCENT,
                Comparison.MOST * PERCENT,
                comparison.isClose() ? "OK" : "FAILED")
        + "# Out of bounds values    : %s%n".formatted(comparison.holds() ? "0 OK" : "FAILED");
  }

  static JsonObject json(Comparison comparison) {
    HostTime host = comparison.host();
    return JsonObject.builder()
        .put("schema", "vail-compare/1")
        .put("rows", JsonArray.of(comparison.cases().stream().map(ComparisonReport::json).toList()))
        .put(
            "host",
            JsonObject.builder()
                .put("runNs", host.run())
                .put("hopNs", host.hop())
                .put("kibibyteNs", host.kibibyte())
                .put("codingNs", host.coding())
                .build())
        .put(
            "error",
            JsonObject.builder()
                .put("median", comparison.error(0.5))
                .put("p95", comparison.error(0.95))
                .put("worst", comparison.error(1))
                .put("close", comparison.isClose())
                .build())
        .put("holds", comparison.holds())
        .build();
  }

  private static JsonObject json(Comparison.Case each) {
    return JsonObject.builder()
        .put("collective", Names.of(each.collective()))
        .put("algorithm", each.algorithm())
        .put("sizeBytes", each.row().size())
        .put("codec", each.row().codec())
        .put("dilation", each.lived().dilation())
        .put("modelPs", each.lived().modelled())
        .put("toldPs", each.expected())
        .put("diesPs", each.row().time())
        .put("error", each.error())
        .build();
  }

  private static String microseconds(long picoseconds) {
    return String.format(Locale.ROOT, "%.3f", picoseconds / PS_A_US);
  }

  private static String percent(double part, String form) {
    return String.format(Locale.ROOT, form, part * PERCENT);
  }
}
