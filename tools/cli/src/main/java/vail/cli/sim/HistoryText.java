package vail.cli.sim;

import java.util.Locale;
import vail.cli.Table;
import vail.cli.Units;
import vail.sim.live.BookEvent;

/** What became of a book over several rounds, as lines under the table. */
final class HistoryText {
  private HistoryText() {}

  static String of(Row row, History history) {
    StringBuilder text = new StringBuilder();
    if (history.rounds().isEmpty()) {
      line(text, "Books over time: the process of rank 0 says what became of them");
      return text.toString();
    }
    line(
        text,
        "Books over %d rounds at %s, %s: changed %d times; every value is right in %d rounds"
            .formatted(
                history.rounds().size(),
                Units.bytes(row.size()),
                row.codec(),
                history.refreshes(),
                history.right()));
    Table table = new Table("llrrr", "# rounds", "values", "edition", "ratio", "excess bits");
    for (History.Span span : history.spans()) {
      table.row(
          "# " + span.words(),
          Units.printable(span.values()),
          String.valueOf(span.edition()),
          String.format(Locale.ROOT, "%.4f", span.ratio()),
          String.format(Locale.ROOT, "%.3f", span.excess()));
    }
    text.append(table.text());
    for (BookEvent event : history.events()) {
      line(text, "  " + event);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String words) {
    text.append("# ").append(Units.printable(words)).append('\n');
  }
}
