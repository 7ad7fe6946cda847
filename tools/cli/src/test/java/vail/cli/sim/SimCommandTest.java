package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Run;
import vail.json.JsonObject;
import vail.json.JsonValue;

class SimCommandTest {
  @Test
  void answersANewcomerWithATable() {
    Run run = Run.of("sim", "all_reduce", "-e", "1MiB");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("busbw"), run.toString());
    assertTrue(run.text().contains("single"), run.toString());
    assertTrue(run.text().contains("Avg bus bandwidth"), run.toString());
    for (String codec : List.of("none", "single", "three")) {
      assertTrue(
          run.text()
              .lines()
              .anyMatch(line -> line.matches("# Avg bus bandwidth    : [0-9.]+ " + codec)),
          run.toString());
    }
  }

  @Test
  void saysInASentenceWhetherCompressionPays() {
    Run pays = Run.of("sim", "all_reduce", "-b", "64MiB", "-e", "64MiB");
    Run loses = Run.of("sim", "all_reduce", "-b", "1KiB", "-e", "1KiB");

    assertTrue(
        pays.text()
            .contains("# Does compression pay in all_reduce by ring on 8 dies? Yes: at 64.0 MiB"),
        pays.toString());
    assertTrue(loses.text().contains("on 8 dies? No: at 1.00 KiB"), loses.toString());
  }

  @Test
  void saysTheSameInItsDocument() {
    Run run = sim("all_reduce -b 64MiB -e 64MiB");

    assertTrue(run.json().string("answer").startsWith("Yes: at 64.0 MiB"), run.toString());
  }

  @Test
  void answersByFormulasForThoseCodecsThatHaveOne() {
    Run usual = sim("all_reduce --mode closed --topology torus:4x4 -e 1KiB");
    Run asked = sim("all_reduce --mode closed --topology torus:4x4 -e 1KiB --codec single");

    assertEquals(List.of("none"), codecs(usual));
    assertEquals(2, asked.exit(), asked.toString());
  }

  @Test
  void namesWhatIsAcceptedAsUsersTypeIt() {
    Run run = sim("all_reduce --mode dream");

    assertTrue(
        run.errors().contains("'dream'; accepted are closed, events, bytes, live, bound"),
        run.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "closed, 64MiB, 8, 16, 100GB/s, 1us, 200GB/s, 20ns, 1us, 1176.405 936.823 940.018",
    "events, 64MiB, 8, 16, 100GB/s, 1us, 200GB/s, 20ns, 1us, 1176.405 936.823 940.018",
    "closed, 16MiB, 8, 16, 256GB/s, 10ns, 512GB/s, 20ns, 1us, 114.708 91.383 169.025",
    "events, 16MiB, 8, 16, 256GB/s, 10ns, 512GB/s, 20ns, 1us, 114.708 91.383 169.025",
    "closed, 1GiB, 64, 32, 50GB/s, 2us, 100GB/s, 100ns, 5us, 42282.584 33298.621 33173.382"
  })
  void givesTheGoldenTimesOfACompressedRing(
      String mode,
      String size,
      String dies,
      String chunks,
      String rate,
      String latency,
      String codec,
      String wait,
      String tree,
      String times) {
    Run run =
        sim(
            ("all_reduce --mode %s -b %s -e %s --dies %s --chunks %s --link-rate %s --link-latency"
                    + " %s --codec-rate %s --codec-latency %s --tree-time %s")
                .formatted(mode, size, size, dies, chunks, rate, latency, codec, wait, tree));

    assertEquals(List.of(times.split(" ", -1)), times(run));
  }

  @ParameterizedTest
  @CsvSource({
    "ring:16, 4, store_and_forward, 60.093",
    "full:16, 4, store_and_forward, 20.031",
    "switch:16, 4, store_and_forward, 40.062",
    "ring:16, 4, cut_through, 21.031",
    "full:16, 4, cut_through, 20.031",
    "switch:16, 4, cut_through, 20.531"
  })
  void sendsAsTheAnalyticalNetworkOfAstraDoes(
      String topology, int to, String relay, String microseconds) {
    Run run =
        sim(
            ("sendrecv --from 1 --to %s --topology %s --relay %s --compat astra --link-rate 50GB/s"
                    + " --link-latency 500ns --chunks 1 -b 1MiB -e 1MiB --codec none")
                .formatted(to, topology, relay));

    assertEquals(List.of(microseconds), times(run));
  }

  @ParameterizedTest
  @CsvSource({"1, 4.932", "2, 10.265", "16, 23.531"})
  void sendsAlongEachAxisOfAMixedGrid(int to, String microseconds) {
    Run run =
        sim(
            ("sendrecv --from 0 --to %s --topology ring:2,full:8,switch:4 --relay cut_through"
                    + " --compat astra --link-rate 200GB/s,100GiB/s,50GB/s --link-latency"
                    + " 50ns,500ns,2us --chunks 1 -b 1MiB -e 1MiB --codec none")
                .formatted(to));

    assertEquals(List.of(microseconds), times(run));
  }

  @ParameterizedTest
  @CsvSource({
    "1MiB, torus, 28.322",
    "64MiB, torus, 678.603",
    "1GiB, torus, 10587.646",
    "1MiB, torus_slices, 21.441",
    "64MiB, torus_slices, 238.201",
    "1GiB, torus_slices, 3541.215"
  })
  void knowsATorusByClosedForm(String size, String algorithm, String microseconds) {
    Run run =
        sim(
            ("all_reduce --mode closed --topology torus:4x4x4 --algorithm %s --chunks 1 -b %s -e %s"
                    + " --codec none")
                .formatted(algorithm, size, size));

    assertEquals(List.of(microseconds), times(run));
  }

  @ParameterizedTest
  @CsvSource({"torus:3x3x3, 1, 3706.204", "mesh:5x5, 1, 9606.000", "mesh:3x3x3, 1, 6671.167"})
  void knowsWhatNoGatherBeats(String topology, int chunks, String microseconds) {
    Run run =
        sim(
            ("all_gather --mode bound --topology %s --chunks %s --link-rate 50GiB/s --link-latency"
                    + " 500ns -b 1GiB -e 1GiB --codec none")
                .formatted(topology, chunks));

    assertEquals(List.of(microseconds), times(run));
  }

  @Test
  void neverGainsMoreThanTheRatioAllows() {
    for (JsonValue value : rows(sim("all_reduce -b 1KiB -e 256MiB -f 4 --codec none,single"))) {
      JsonObject row = value.asObject("row");
      double most = 1 / row.field("ratio").asDouble("ratio");

      assertTrue(row.field("speedUpVsNone").asDouble("speed-up") <= most, row.toString());
    }
  }

  @Test
  void choosesTheBestCodecOfEachCell() {
    for (String rate : List.of("25GB/s", "100GB/s", "400GB/s")) {
      Run run =
          sim(
              "all_reduce --codec none,single,three,auto,best -b 4KiB -e 64MiB -f 4 --codec-rate %s"
                  .formatted(rate));
      List<JsonValue> rows = rows(run);
      for (int i = 0; i < rows.size(); i += 5) {
        long least = Long.MAX_VALUE;
        for (int j = i; j < i + 3; j++) {
          least = Math.min(least, time(rows.get(j)));
        }
        assertEquals(least, time(rows.get(i + 3)), rate);
        assertEquals(least, time(rows.get(i + 4)), rate);
      }
    }
  }

  @Test
  void decidesByEventsAsByClosedForms() {
    for (String rate : List.of("25GB/s", "150GB/s", "2000GB/s")) {
      String line = "all_reduce --codec best -b 4KiB -e 256MiB -f 4 --codec-rate %s --mode %s";

      assertEquals(
          codecs(sim(line.formatted(rate, "closed"))),
          codecs(sim(line.formatted(rate, "events"))),
          rate);
    }
  }

  @Test
  void writesCsvWithOneLineARow() {
    Run run = Run.of("sim", "all_gather", "-e", "64KiB", "--csv", "-");

    assertEquals(0, run.exit(), run.toString());
    List<String> lines = run.text().lines().toList();
    assertEquals(1 + 3 * 3, lines.size());
    assertTrue(lines.stream().allMatch(line -> line.split(",", -1).length == 29), run.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all_reduce -b 10foo",
        "all_reduce -e 1",
        "all_reduce -f 1",
        "all_reduce -n 0",
        "all_reduce -w -1",
        "all_reduce -c 1",
        "all_reduce -d bf17",
        "all_reduce -o median",
        "all_reduce -r 1",
        "all_reduce --dies 9 --topology ring:8",
        "all_reduce --topology star:8",
        "all_reduce --topology /nowhere/absent.json",
        "all_reduce --topology torus:4x4 --link-rate 1GB/s,2GB/s,3GB/s",
        "all_reduce --link-rate fast",
        "all_reduce --link-latency 1",
        "all_reduce --preset nolink",
        "all_reduce --preset xgmi-mi300x",
        "all_reduce --codec double",
        "all_reduce --ratio 1.5",
        "all_reduce --ratio nan",
        "all_reduce --codecs 0",
        "all_reduce --chunks 0",
        "all_reduce --chunks 65537",
        "all_reduce --dies 0",
        "all_reduce --dies 100000000",
        "all_reduce --link-latency 100000000s",
        "all_reduce -e 2PiB",
        "all_reduce -b 1PiB -e 1PiB --mode closed --link-rate 1B/s",
        "all_reduce -f 2 -i 1KiB",
        "all_reduce --seed 2",
        "all_reduce --backend java-scalar",
        "all_reduce --trace-limit 1MiB",
        "all_reduce --mode bytes --faults 1",
        "all_reduce --mode live --dies 1025",
        "all_reduce --mode live --dies 300 -b 1MiB -e 1MiB",
        "all_reduce --mode live --rank 0/2",
        "all_reduce --mode live --rank 0/2:7070 --peers a:1,b:2",
        "all_reduce --mode live --peers a:1,b:2",
        "all_reduce --mode live -b 1KiB -e 1KiB --chunks 1 --faults drop@0:refresh-commit",
        "all_reduce --algorithm bubble",
        "all_to_all --algorithm ring",
        "all_reduce --mode dream",
        "all_reduce --mode closed --topology mesh:4x4",
        "all_reduce --mode closed --codec auto",
        "all_reduce --mode bound",
        "all_reduce --from 1 --to 2",
        "sendrecv --from 1 --to 1",
        "all_reduc",
        ""
      })
  void refusesWhatItDoesNotUnderstand(String line) {
    Run run = sim(line);

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().startsWith("vail sim: "), run.toString());
    assertEquals("", run.text());
  }

  private static Run sim(String line) {
    List<Object> arguments = new ArrayList<>(List.of("sim"));
    for (String word : line.split(" ", -1)) {
      if (!word.isEmpty()) {
        arguments.add(word);
      }
    }
    arguments.add("--json");
    return Run.of(arguments.toArray());
  }

  private static List<JsonValue> rows(Run run) {
    assertEquals(0, run.exit(), run.toString());
    return run.json().array("rows").items();
  }

  private static List<String> codecs(Run run) {
    return rows(run).stream()
        .map(row -> row.asObject("row").field("codec").asString("codec"))
        .toList();
  }

  private static long time(JsonValue row) {
    return row.asObject("row").field("timePs").asLong("time", 0, Long.MAX_VALUE);
  }

  private static List<String> times(Run run) {
    return rows(run).stream()
        .map(row -> String.format(Locale.ROOT, "%.3f", time(row) / 1e6))
        .toList();
  }
}
