package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Run;

class TraceOptionsTest {
  private static final List<String> SMALL =
      List.of("sim", "all_reduce", "--topology", "biring:130", "--chunks", "1", "-e", "1KiB");

  @TempDir private Path folder;

  @Test
  void writesTheSameBytesOnAnyNumberOfThreads() throws IOException {
    assertSameOnAnyNumberOfThreads("single");
  }

  @Test
  @Tag("thorough")
  void writesTheSameBytesOfAllCodecsOnAnyNumberOfThreads() throws IOException {
    assertSameOnAnyNumberOfThreads("none,single,three");
  }

  private void assertSameOnAnyNumberOfThreads(String codecs) throws IOException {
    byte[] one = trace("one.json", "--codec", codecs, "--threads", "1");

    assertArrayEquals(one, trace("two.json", "--codec", codecs, "--threads", "2"));
    assertArrayEquals(one, trace("three.json", "--codec", codecs, "--threads", "3"));
  }

  @Test
  void packsWhereTheNameSaysSo() throws IOException {
    byte[] packed = trace("trace.json.gz", "--codec", "none");

    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertArrayEquals(trace("trace.json", "--codec", "none"), in.readAllBytes());
    }
  }

  @Test
  void namesTheCodecOfEachRun() {
    String text = Run.of("sim", "all_gather", "-e", "1KiB", "--trace", "-").text();

    for (String codec : List.of("none", "single", "three")) {
      assertTrue(text.contains("{\"name\":\"" + codec + ", die 7\"}"), codec);
    }
    assertFalse(text.contains("busbw"));
  }

  @Test
  void saysThatATraceWasCut() {
    Path file = folder.resolve("cut.json");
    List<Object> line = new ArrayList<>(SMALL);
    line.addAll(List.of("--codec", "none", "--trace", file, "--trace-limit", "1KiB"));
    Run run = Run.of(line.toArray());

    assertEquals(
        "vail sim: --trace-limit: the trace of none was cut, it holds 0 of 130 nodes\n",
        run.errors());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mode closed --trace x.json",
        "--json --trace -",
        "--csv - --trace -",
        "--trace x.json --trace-limit much"
      })
  void refusesWhatCannotBe(String line) {
    Run run = Run.of((Object[]) ("sim all_reduce -e 1KiB " + line).split(" ", -1));

    assertEquals(2, run.exit(), run.toString());
    assertFalse(Files.exists(Path.of("x.json")));
  }

  private byte[] trace(String name, String... more) throws IOException {
    Path file = folder.resolve(name);
    List<Object> line = new ArrayList<>(SMALL);
    line.addAll(List.of(more));
    line.addAll(List.of("--trace", file));
    Run run = Run.of(line.toArray());
    assertEquals(0, run.exit(), run.toString());
    return Files.readAllBytes(file);
  }
}
