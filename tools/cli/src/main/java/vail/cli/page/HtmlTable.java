package vail.cli.page;

import static vail.cli.Markup.escaped;

/** A table in HTML: its first column names the row, the others hold numbers. */
public final class HtmlTable {
  private final StringBuilder body = new StringBuilder();
  private final String head;

  /** A table without rows yet. */
  public HtmlTable(String caption, String... head) {
    StringBuilder text =
        new StringBuilder("<caption>").append(escaped(caption)).append("</caption>");
    text.append("<thead><tr>");
    for (String cell : head) {
      text.append("<th scope=\"col\">").append(escaped(cell)).append("</th>");
    }
    this.head = text.append("</tr></thead>").toString();
  }

  /** Adds a row. */
  public HtmlTable row(String name, String... cells) {
    body.append("<tr><th scope=\"row\">").append(escaped(name)).append("</th>");
    for (String cell : cells) {
      body.append("<td>").append(escaped(cell)).append("</td>");
    }
    body.append("</tr>\n");
    return this;
  }

  /** The table in a box that scrolls where the screen is narrower. */
  public String finish() {
    return "<div class=\"scroll\" tabindex=\"0\"><table>"
        + head
        + "<tbody>\n"
        + body
        + "</tbody></table></div>\n";
  }
}
