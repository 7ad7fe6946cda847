package vail.conform.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vail.conform.judge.Result;

/** Features down, runs across: how many of the vectors that were asked are good. */
final class Matrix {
  private Matrix() {}

  /** The table, as HTML. */
  static String html(List<Run> runs) {
    StringBuilder html =
        new StringBuilder("<div class=\"scroll\"><table class=\"matrix\"><thead><tr>");
    html.append("<th>feature</th>");
    for (Run run : runs) {
      html.append("<th>").append(Markup.escaped(name(run))).append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    for (String feature : features(runs)) {
      html.append("<tr><th scope=\"row\">").append(Markup.escaped(feature)).append("</th>");
      runs.forEach(run -> html.append(cell(run, feature)));
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  static String name(Run run) {
    return run.claim().map(c -> (c.name() + " " + c.version()).strip()).orElse(run.exam().dut());
  }

  private static List<String> features(List<Run> runs) {
    Set<String> features = new LinkedHashSet<>();
    for (Run run : runs) {
      run.results().forEach(result -> features.addAll(result.features()));
    }
    return features.stream().sorted(new FeatureOrder()).toList();
  }

  /** By the words of a feature, numbers by their size. */
  private static final class FeatureOrder implements java.util.Comparator<String> {
    @Override
    public int compare(String one, String other) {
      return key(one).compareTo(key(other));
    }

    private static String key(String feature) {
      int space = feature.lastIndexOf(' ') + 1;
      String end = feature.substring(space);
      return end.matches("[0-9]{1,6}")
          ? feature.substring(0, space) + "0".repeat(6 - end.length()) + end
          : feature;
    }
  }

  private static String cell(Run run, String feature) {
    List<Result> all = new ArrayList<>();
    run.results().stream().filter(r -> r.features().contains(feature)).forEach(all::add);
    long asked = all.stream().filter(r -> r.state().asked()).count();
    long bad = all.stream().filter(r -> r.state().fails()).count();
    if (all.isEmpty()) {
      return "<td class=\"none\">–</td>";
    }
    if (asked == 0) {
      return "<td class=\"none\">not tested</td>";
    }
    String aside = asked == all.size() ? "" : " <small>of " + all.size() + "</small>";
    return bad == 0
        ? "<td class=\"good\">✓ " + asked + aside + "</td>"
        : "<td class=\"bad\">✗ " + bad + " fail, " + (asked - bad) + " good" + aside + "</td>";
  }
}
