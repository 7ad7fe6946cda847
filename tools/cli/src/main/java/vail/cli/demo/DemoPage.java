package vail.cli.demo;

import static vail.cli.Markup.escaped;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import vail.cli.BookDrawing;
import vail.cli.Units;
import vail.cli.page.Html;
import vail.code.NamedBook;

/** The demo as one page that refers to nothing outside itself. */
final class DemoPage {
  private static final String TITLE = "Books fixed in advance, bits restored";

  private final Findings findings;
  private final Html html = new Html(TITLE);

  private DemoPage(Findings findings) {
    this.findings = findings;
  }

  static String of(Findings findings) {
    DemoPage page = new DemoPage(findings);
    page.opening();
    page.pictures();
    page.kinds();
    page.backends();
    page.yourself();
    return page.html.finish();
  }

  private void opening() {
    html.line("<header><p class=\"over\">vail demo</p><h1>" + TITLE + "</h1>")
        .line("<p class=\"headline\">Codebooks were trained on tensors of training step 280. The")
        .line("tensors of step 1000 were then coded with them in one pass: no histogram, no tree,")
        .line("no table on the wire.</p><div class=\"tiles\">");
    String restored = findings.sound() ? "0" : "some";
    html.tile("plain", Units.percent(findings.total().saved()), "saved of " + size());
    html.tile(findings.sound() ? "good" : "bad", restored, "bits differ after decoding");
    html.tile("plain", Integer.toString(findings.books().size()), "books, fixed before");
    int backends = findings.trials().size();
    String agreed = backends == 1 ? "backend" : "backends, the same bytes from each";
    html.tile("plain", Integer.toString(backends), agreed);
    html.line("</div></header><p></p><div class=\"figures\">");
  }

  private String size() {
    return Units.bytes(findings.total().rawBytes()) + " in " + findings.kinds().size() + " kinds";
  }

  private void pictures() {
    html.line("<figure><figcaption><h2>Saved for each kind of tensor</h2>")
        .line(
            "<p>Percent of raw size; all block headers counted. Green: bf16, its exponents coded;"
                + " blue: the small formats, all bytes coded.</p></figcaption>")
        .line("<div class=\"scroll\">" + SavingsChart.of(findings.kinds()) + "</div></figure>");
    html.line("<figure><figcaption><h2>Two of the books</h2>")
        .line("<p>They were there before the tensors were: only their numbers are on the wire.</p>")
        .line("</figcaption><div class=\"scroll\"><img alt=\"a codebook as a picture\" src=\"")
        .line("data:image/svg+xml;base64," + drawing() + "\"></div></figure></div>");
  }

  private String drawing() {
    List<NamedBook> shown =
        findings.books().stream()
            .filter(book -> book.name().endsWith("/ffn1_act"))
            .limit(2)
            .toList();
    byte[] svg = BookDrawing.of(shown).getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(svg);
  }

  private void kinds() {
    html.line("<section><h2>The numbers</h2><div class=\"scroll\"><table>")
        .line("<caption>By kind</caption><thead><tr><th scope=\"col\">kind</th>")
        .line("<th>dtype</th><th>raw</th><th>vail</th><th>saved</th></tr></thead><tbody>");
    findings.kinds().forEach(this::row);
    row(findings.total());
    html.line("</tbody></table></div>");
  }

  private void row(KindSaving kind) {
    html.line(
        "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
            .formatted(
                escaped(kind.kind()),
                kind.dtype(),
                Units.bytes(kind.rawBytes()),
                Units.bytes(kind.vailBytes()),
                Units.percent(kind.saved())));
  }

  private void backends() {
    html.line("<div class=\"scroll\"><table><caption>By backend, " + findings.threads())
        .line("threads, the fastest pass; small files in memory, so no measure of anything else")
        .line("</caption><thead><tr><th scope=\"col\">backend</th><th>version</th><th>encode</th>")
        .line("<th>decode</th><th>result</th></tr></thead><tbody>");
    long raw = findings.total().rawBytes();
    for (BackendTrial trial : findings.trials()) {
      html.line(
          "<tr><th scope=\"row\">%s</th><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
              .formatted(
                  escaped(trial.name()),
                  escaped(trial.version()),
                  Units.rate(raw, trial.encodeSeconds()),
                  Units.rate(raw, trial.decodeSeconds()),
                  escaped(trial.difference().orElse("bit for bit"))));
    }
    findings
        .absent()
        .forEach((name, reason) ->
            html.line(
                "<tr><th scope=\"row\">%s</th><td colspan=\"4\">absent, because %s</td></tr>"
                    .formatted(escaped(name), escaped(reason))));
    html.line("</tbody></table></div></section>");
  }

  private void yourself() {
    html.line("<section class=\"notes\"><h2>On your own tensors</h2><pre>")
        .line("vail train checkpoints/ --out my.json")
        .line("vail encode model.safetensors model.vail --books my.json")
        .line("vail inspect model.vail")
        .line("vail decode model.vail restored.safetensors</pre></section>");
  }
}
