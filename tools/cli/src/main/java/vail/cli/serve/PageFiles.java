package vail.cli.serve;

import java.util.HashMap;
import java.util.Map;
import vail.cli.page.Html;
import vail.cli.sim.page.BreakEvenChart;
import vail.sim.web.StaticFile;

/** The files of the page, by path. */
final class PageFiles {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** All there are. */
  static final Map<String, StaticFile> ALL = all();

  private PageFiles() {}

  private static Map<String, StaticFile> all() {
    Map<String, StaticFile> files = new HashMap<>();
    files.put("/", own(HTML, "index.html"));
    files.put("/icon.svg", own("image/svg+xml", "icon.svg"));
    files.put("/serve.css", own(CSS, "serve.css"));
    // Pages that vail sim writes look the same.
    files.put("/page.css", StaticFile.of(CSS, Html.class, "page.css"));
    files.put("/sim.css", StaticFile.of(CSS, BreakEvenChart.class, "sim.css"));
    for (String part :
        new String[] {"app", "ask", "books", "dom", "form", "live", "scrub", "small", "whatif"}) {
      files.put("/" + part + ".js", own(SCRIPT, part + ".js"));
    }
    return Map.copyOf(files);
  }

  private static StaticFile own(String type, String name) {
    return StaticFile.of(type, PageFiles.class, name);
  }
}
