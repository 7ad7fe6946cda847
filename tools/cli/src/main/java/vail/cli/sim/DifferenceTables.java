package vail.cli.sim;

import java.util.Locale;
import vail.cli.Units;
import vail.cli.page.Html;
import vail.cli.page.HtmlTable;

/** What is different from an earlier call, for the page. */
final class DifferenceTables {
  private DifferenceTables() {}

  static void add(Html html, Difference found) {
    HtmlTable inputs =
        new HtmlTable("Inputs that are not those of " + found.file(), "input", "before", "now");
    found.inputs().forEach(input -> inputs.row(input.name(), input.before(), input.after()));
    HtmlTable rows =
        new HtmlTable(
            "Times that are not those of " + found.file(),
            "row",
            "before, µs",
            "now, µs",
            "change");
    found
        .rows()
        .forEach(row ->
            rows.row(
                Units.bytes(row.size()) + ", " + row.codec(),
                number("%.3f", row.before() / 1e6),
                number("%.3f", row.after() / 1e6),
                number("%+.2f %%", 100 * row.change())));
    String rest =
        found.isNone()
            ? "Nothing changed, neither inputs nor times."
            : "%d rows have the same time; %d rows are in one call only."
                .formatted(found.alike(), found.alone());
    html.line(inputs.finish()).line(rows.finish()).line("<p class=\"details\">" + rest + "</p>");
  }

  private static String number(String form, double value) {
    return String.format(Locale.ROOT, form, value);
  }
}
