package vail.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table of plain text: columns as wide as they need to be, numbers flush right. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final String alignment;

  /**
   * A table with its head.
   *
   * @param alignment one letter a column: {@code l} flush left, {@code r} flush right
   * @param head names of the columns
   */
  public Table(String alignment, String... head) {
    this.alignment = alignment;
    row(head);
  }

  /** Adds a row of as many cells as the head has. */
  public Table row(String... cells) {
    if (cells.length != alignment.length()) {
      throw new IllegalArgumentException("a cell a column is needed");
    }
    rows.add(Arrays.stream(cells).map(Units::printable).toList());
    return this;
  }

  /** The table, each row on a line that ends with an end of line. */
  public String text() {
    int[] widths = new int[alignment.length()];
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(line(row, widths)).append('\n'));
    return text.toString();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = row.get(column);
      String space = " ".repeat(widths[column] - length(cell));
      line.append(column == 0 ? "" : "  ");
      line.append(alignment.charAt(column) == 'r' ? space + cell : cell + space);
    }
    return line.toString().stripTrailing();
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
