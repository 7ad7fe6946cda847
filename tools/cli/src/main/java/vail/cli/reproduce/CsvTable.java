package vail.cli.reproduce;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A table in the form of RFC 4180, with a line feed after each row. */
final class CsvTable {
  private final StringBuilder text = new StringBuilder();
  private final int columns;

  /** A table with its head. */
  CsvTable(String... head) {
    this.columns = head.length;
    row((Object[]) head);
  }

  /** Adds a row of as many cells as the head has; an empty optional is an empty cell. */
  CsvTable row(Object... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException("a cell a column is needed");
    }
    text.append(Arrays.stream(cells).map(CsvTable::cell).collect(Collectors.joining(",")))
        .append('\n');
    return this;
  }

  String text() {
    return text.toString();
  }

  private static String cell(Object value) {
    return switch (value) {
      case Double number -> Double.toString(Figures.rounded(number));
      case OptionalDouble number -> number.isPresent() ? cell((Object) number.getAsDouble()) : "";
      case OptionalLong number -> number.isPresent() ? Long.toString(number.getAsLong()) : "";
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
