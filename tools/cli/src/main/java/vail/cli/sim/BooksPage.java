package vail.cli.sim;

import java.util.Comparator;
import java.util.Locale;
import vail.cli.Markup;
import vail.cli.page.Html;
import vail.cli.page.HtmlTable;
import vail.cli.sim.page.DriftChart;
import vail.sim.live.BookEvent;
import vail.sim.live.RoundDrift;

/** Books over time, for pages. */
final class BooksPage {
  private BooksPage() {}

  /** Adds a picture, what happened, and all numbers. */
  static void add(Html html, History history) {
    html.figure(
        "Drift of the book, round by round",
        "Bits a symbol that the book takes more than the entropy of what was received, of the symbols"
            + " that are coded. Point at a mark to read what happened.",
        DriftChart.of("drift", history.story()));
    spans(html, history);
    html.line("<details><summary>What happened, one by one</summary><ol class=\"events\">");
    for (BookEvent event : history.events()) {
      html.line("<li>" + Markup.escaped(event.toString()) + "</li>");
    }
    html.line("</ol></details><details><summary>All rounds</summary>");
    rounds(html, history);
    html.line("</details>");
  }

  private static void spans(Html html, History history) {
    HtmlTable table =
        new HtmlTable(
            "Before, during and after: rounds with the same values and the same book",
            "rounds",
            "edition",
            "ratio",
            "excess bits",
            "values");
    for (History.Span span : history.spans()) {
      table.row(
          span.words(),
          Integer.toString(span.edition()),
          format(span.ratio(), 4),
          format(span.excess(), 3),
          span.values());
    }
    html.line(table.finish());
  }

  private static void rounds(Html html, History history) {
    HtmlTable table =
        new HtmlTable(
            "Rounds: what frames took",
            "round",
            "edition",
            "ratio",
            "entropy",
            "excess",
            "most between dies",
            "alarm",
            "every value right");
    for (History.Round round : history.rounds()) {
      RoundDrift drift = round.drift();
      table.row(
          Integer.toString(drift.round()),
          Integer.toString(drift.edition()),
          format(drift.ratio(), 4),
          format(drift.entropy(), 3),
          format(drift.excess(), 3),
          worst(drift),
          drift.alarm() ? "rings" : "",
          round.certificate().holds() ? "yes" : "NO");
    }
    html.line(table.finish());
  }

  private static String worst(RoundDrift drift) {
    return drift.streams().stream()
        .max(Comparator.comparingDouble(RoundDrift.Stream::excess))
        .map(each -> "%s (%d>%d)".formatted(format(each.excess(), 3), each.from(), each.to()))
        .orElse("");
  }

  private static String format(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
