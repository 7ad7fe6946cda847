package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.Limits;
import vail.fault.VailFormatException;

/** C-12. */
class HistogramFileTest {
  private static NamedHistogram named(String name, long first) {
    Histogram counts = new Histogram();
    counts.add(0, first);
    counts.add(255, Histogram.COUNT_LIMIT - 1);
    return new NamedHistogram(name, counts);
  }

  private static List<NamedHistogram> read(String text) {
    return HistogramFile.read(
        MemorySegment.ofArray(text.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT);
  }

  private static void assertBadField(long offset, String text) {
    VailFormatException thrown = assertThrows(VailFormatException.class, () -> read(text));
    assertEquals(Fault.BAD_FIELD, thrown.fault());
    assertEquals(offset, thrown.offset(), thrown.getMessage());
  }

  @Test
  void readsBackWhatItWroteInOrder() {
    List<NamedHistogram> histograms = List.of(named("b", 1), named("a", 0), named("b", 2));
    assertEquals(histograms, read(HistogramFile.write(histograms)));
  }

  @Test
  void readsTheSmallestFile() {
    String text = "{\"schema\":\"vail-histogram/1\",\"histograms\":[]}";
    assertEquals(List.of(), read(text));
  }

  @Test
  void namesTheCountThatIsWrong() {
    String text = HistogramFile.write(List.of(named("a", 4711)));
    assertBadField(text.indexOf("4711"), text.replace("4711", "-1"));
    assertBadField(text.indexOf("4711"), text.replace("4711", "0.5"));
    assertBadField(text.indexOf("4711"), text.replace("4711", Long.toString(1L << 48)));
    assertBadField(text.indexOf("[4711"), text.replace("4711,", ""));
    assertBadField(text.indexOf("[4711"), text.replace("4711,", "4711,0,"));
  }
}
