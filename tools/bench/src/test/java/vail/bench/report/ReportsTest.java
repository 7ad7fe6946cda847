package vail.bench.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vail.bench.codec.Contender;
import vail.bench.codec.Label;
import vail.bench.measure.Failure;
import vail.bench.measure.Findings;
import vail.bench.measure.Latency;
import vail.bench.measure.Machine;
import vail.bench.measure.Programme;
import vail.bench.measure.Race;
import vail.bench.measure.Row;
import vail.bench.measure.Spread;
import vail.json.JsonNull;
import vail.json.JsonObject;

class ReportsTest {
  private static final Race RACE =
      new Race(
          "bf16-exponent-weights", Programme.CACHED, 1, Race.Time.PROCESSOR, Race.Yardstick.HUFF0);
  private static final Label OURS = new Label("native-simd", "avx512", "wide");
  private static final Row ROW =
      new Row(
          OURS,
          RACE,
          0.335,
          new Spread(9.5, 9, 10),
          new Spread(14, 13, 15),
          Optional.of(new Spread(4.75, 4.5, 5)),
          Optional.of(new Spread(5.25, 5, 5.5)),
          21);
  private static final Row ALONE =
      new Row(
          Label.peer("zstd-jni", "1"),
          RACE,
          0.38,
          new Spread(0.25, 0.2, 0.3),
          new Spread(1, 1, 1),
          Optional.empty(),
          Optional.empty(),
          3);
  private static final Findings FINDINGS =
      new Findings(
          new Machine("Some <processor>", "amd64", 2, "25"),
          "Recorded tensors.",
          0.25,
          List.of(ROW, ALONE),
          List.of(new Latency(OURS, RACE.plane(), 4096, 0.5, 0.9, 0.6, 1.1, 2000)),
          List.of(new Contender.Absent(Label.peer("huff0", "x1"), "no archive is here")),
          List.of(new Failure(Label.peer("liar", ""), "plane", "byte 7 came back changed")));

  @Test
  void writesRowsAsScriptsExpectThem() {
    JsonObject document = JsonReport.of(FINDINGS);

    assertEquals("vail-bench/1", document.string("schema"));
    assertEquals("Some <processor>", document.object("machine").string("processor"));
    JsonObject row = document.array("rows").items().getFirst().asObject("row");
    assertEquals("native-simd", row.string("codec"));
    assertEquals("avx512", row.string("level"));
    assertEquals("bf16-exponent-weights", row.string("plane"));
    assertEquals(65536, row.integer("block", 1, 65536));
    assertEquals(1048576, row.integer("bytes", 1, Long.MAX_VALUE));
    assertEquals(1, row.integer("threads", 1, 64));
    assertEquals(0.335, row.number("size"));
    assertEquals(9.5, row.number("encodeGBps"));
    assertEquals(14, row.number("decodeGBps"));
    assertEquals(4.75, row.number("encodeVsHuff0"));
    assertEquals(5.25, row.number("decodeVsHuff0"));
    assertEquals(21, row.integer("runs", 1, 99));
    assertTrue(row.bool("checked"));
  }

  @Test
  void saysNullWhereTheYardstickIsAbsent() {
    JsonObject row = JsonReport.of(FINDINGS).array("rows").items().getLast().asObject("row");

    assertTrue(row.field("encodeVsHuff0") instanceof JsonNull);
    assertTrue(row.field("decodeVsHuff0") instanceof JsonNull);
  }

  @Test
  void showsWhoIsAbsentAndWhoWasWrong() {
    for (String shown : List.of(TextReport.of(FINDINGS), HtmlReport.of(FINDINGS))) {
      assertTrue(shown.contains("huff0 x1: absent, because no archive is here"), shown);
      assertTrue(shown.contains("liar on plane: WRONG, byte 7 came back changed"), shown);
    }
    JsonObject document = JsonReport.of(FINDINGS);
    assertEquals(
        "no archive is here",
        document.array("absent").items().getFirst().asObject("absent").string("reason"));
    assertEquals(1, document.array("failures").items().size());
    assertTrue(FrontPageTable.of(FINDINGS).contains("Absent there: `huff0 x1`."));
  }

  @Test
  void warnsWhereOtherProgramsTookTheMachine() {
    for (String shown :
        List.of(TextReport.of(FINDINGS), HtmlReport.of(FINDINGS), FrontPageTable.of(FINDINGS))) {
      assertTrue(shown.contains("25 % of one core was left"), shown);
    }
  }

  @Test
  void writesATableForTheFrontPage() {
    String table = FrontPageTable.of(FINDINGS);

    assertTrue(
        table.contains("| `native-simd avx512, wide` | 9.50 (4.75×) | 14.0 (5.25×) | – | – |"),
        table);
  }

  @Test
  void drawsAPictureThatStandsAloneAndIsWellFormed() throws Exception {
    String svg = HtmlReport.chart(FINDINGS);

    var document =
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(
                new java.io.ByteArrayInputStream(
                    svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    // Two rows of two dots and the two of the legend.
    assertEquals(6, document.getElementsByTagName("circle").getLength());
  }

  @Test
  void leavesNoMarkupInWhatMachinesSay() {
    assertTrue(HtmlReport.of(FINDINGS).contains("Some &lt;processor&gt;"));
  }
}
