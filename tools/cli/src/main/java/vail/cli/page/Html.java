package vail.cli.page;

import static vail.cli.Markup.escaped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vail.cli.Markup;

/** A page under construction: one document in UTF-8 that refers to nothing outside itself. */
public final class Html {
  private final Markup text = new Markup();
  private final String end;

  /**
   * Begins a page.
   *
   * @param title of the window
   * @param styles of this page besides those of all
   */
  public Html(String title, String... styles) {
    end = "</main></body></html>\n";
    line("<!DOCTYPE html>")
        .line("<html lang=\"en\"><head><meta charset=\"utf-8\"/>")
        .line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>")
        .line("<meta name=\"color-scheme\" content=\"light dark\"/>")
        .line("<title>" + escaped(title) + "</title>")
        .line("<style>")
        .line(resource(Html.class, "page.css"));
    for (String style : styles) {
      line(style);
    }
    line("</style></head><body><main>");
  }

  private Html() {
    end = "";
  }

  /** Begins what another page will hold. */
  public static Html part() {
    return new Html();
  }

  /** Adds markup; texts from outside go through {@link Markup#escaped} first. */
  public Html line(String markup) {
    text.line(markup);
    return this;
  }

  /** Adds the page's own words: what made it, its heading, and its answer in a sentence. */
  public Html opening(String over, String heading, String answer) {
    return line("<header><p class=\"over\">" + escaped(over) + "</p>")
        .line("<h1>" + escaped(heading) + "</h1>")
        .line("<p class=\"headline\">" + escaped(answer) + "</p>");
  }

  /** Adds a large number with words; the state is {@code plain}, {@code good} or {@code bad}. */
  public Html tile(String state, String number, String words) {
    return line(
        "<div class=\"tile %s\"><b>%s</b><span>%s</span></div>"
            .formatted(state, escaped(number), escaped(words)));
  }

  /** Adds a picture with its heading. */
  public Html figure(String title, String caption, String svg) {
    return figure("", title, caption, svg);
  }

  /** Adds a picture that is as wide as the page. */
  public Html wideFigure(String title, String caption, String svg) {
    return figure(" class=\"wide\"", title, caption, svg);
  }

  private Html figure(String style, String title, String caption, String svg) {
    return line("<figure" + style + "><figcaption><h2>" + escaped(title) + "</h2>")
        .line("<p>" + escaped(caption) + "</p></figcaption>")
        .line("<div class=\"scroll\" tabindex=\"0\">" + svg + "</div></figure>");
  }

  /** The finished page. */
  public String finish() {
    return text + end;
  }

  /** A text that lies beside a class. */
  public static String resource(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new AssertionError("the jar lacks " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
