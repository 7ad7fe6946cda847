package vail.conform.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import vail.conform.judge.Evidence;
import vail.conform.judge.Result;
import vail.conform.judge.State;
import vail.conform.wire.Claim;

class HtmlReportTest {
  private static final String HOSTILE = "<script>alert('x')</script>\u001b[31m\u202e\"&";

  @Test
  void nothingAnImplementationSaysIsMarkup() {
    Run run = run(result("dec.a.1", State.CRASH, HOSTILE));

    String page = HtmlReport.of(run, List.of(run));
    assertFalse(page.contains("<script"), page);
    assertFalse(page.contains("\u001b"));
    assertFalse(page.contains("\u202e"));
    assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"));
    assertFalse(Summary.text(run).contains("\u001b"));
  }

  @Test
  void refersToNothingElsewhere() {
    String page = HtmlReport.of(run(result("dec.a.1", State.PASS, "")), List.of());

    assertFalse(page.matches("(?s).*(src=|href=|url\\(|@import).*"), page);
  }

  @Test
  void whatWasNotTestedStandsBeforeTheMatrix() {
    Run run =
        run(
            result("dec.a.1", State.PASS, ""),
            result("enc.a.1", State.NOT_APPLICABLE, "not claimed: role encode"));

    String page = HtmlReport.of(run, List.of());
    int aside = page.indexOf("not claimed: role encode");
    assertTrue(aside > 0 && aside < page.indexOf("By feature"));
    assertEquals(Run.Verdict.PASS, run.verdict());
  }

  @Test
  void saysWhatTheVectorsAreKnownToCatch() {
    String page = HtmlReport.of(run(result("dec.a.1", State.PASS, "")), List.of());

    assertTrue(page.contains("171 bugs, 171 of them caught"), page);
    assertTrue(page.contains("<td>choice.biases-outside</td><td>enc.first.0005</td>"), page);
    assertTrue(page.contains("<td>catch none</td>"), page);
  }

  @Test
  void aTrendTellsBrokenFromMended() {
    Run before = run(result("a.1", State.PASS, ""), result("a.2", State.CRASH, ""));
    Run now = run(result("a.1", State.TIMEOUT, ""), result("a.2", State.PASS, ""));

    Trend trend = Trend.of(before, now);
    assertEquals(List.of("a.1"), trend.broken().stream().map(Result::id).toList());
    assertEquals(List.of("a.2"), trend.mended().stream().map(Result::id).toList());
    assertTrue(trend.added().isEmpty() && trend.gone().isEmpty());
  }

  @Test
  void aRunReadsAsItWasWritten(@TempDir Path folder) throws Exception {
    Run run = run(result("dec.a.1", State.FAIL_MISMATCH, HOSTILE), result("b.1", State.PASS, ""));
    Path file = Files.writeString(folder.resolve("run.ndjson"), RunFile.text(run));

    assertEquals(run, RunFile.read(file));
  }

  @Test
  void junitsXmlIsXmlWhateverIsSaid() throws Exception {
    Run run = run(result("dec.a.1", State.FAIL_MISMATCH, HOSTILE), result("b.1", State.PASS, ""));

    byte[] xml = JunitXml.text(run).getBytes(StandardCharsets.UTF_8);
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml));
    assertEquals("1", document.getDocumentElement().getAttribute("failures"));
    assertEquals(2, document.getElementsByTagName("testcase").getLength());
  }

  @Test
  void whoKnowsOnlyWhatWasPublishedIsNamed() {
    Result fresh =
        new Result(
            "fresh.1",
            State.FAIL_MISMATCH,
            "",
            "fresh",
            "decode",
            "",
            List.of(),
            List.of(),
            Evidence.NONE);

    assertTrue(run(result("a.1", State.PASS, ""), fresh).memorised());
    assertFalse(run(result("a.1", State.FAIL_MISMATCH, ""), fresh).memorised());
  }

  private static Run run(Result... results) {
    Claim claim =
        Claim.of(
            "{\"protocol\":1,\"name\":\"%s\"}"
                .formatted(HOSTILE.replace("\\", "").replace("\"", "").replace("\u001b", ""))
                .getBytes(StandardCharsets.UTF_8));
    Run.Exam exam = new Run.Exam("process:" + HOSTILE, "1.0.0", "core", 1, List.of());
    return new Run(exam, Optional.of(claim), List.of(results));
  }

  private static Result result(String id, State state, String error) {
    return new Result(
        id,
        state,
        error,
        "core",
        "decode",
        "a title",
        List.of("B-12"),
        List.of("kind decode", "lanes 8"),
        state.fails()
            ? new Evidence("DECODE", "00ff", "01", "02", List.of("right 01", "came  02"))
            : Evidence.NONE);
  }
}
