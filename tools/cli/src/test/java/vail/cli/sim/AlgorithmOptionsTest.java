package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Run;
import vail.json.JsonObject;

class AlgorithmOptionsTest {
  /** Two dies send each other half of their data, and back the sum. */
  private static final String SWAP =
      """
      <algo name="swap" nchannels="1" nchunksperloop="2" ngpus="2" coll="allreduce" inplace="1">
        <gpu id="0"><tb id="0" send="1" recv="1" chan="0">
          <step s="0" type="s" srcbuf="i" srcoff="1" dstbuf="i" dstoff="1" cnt="1"/>
          <step s="1" type="rrcs" srcbuf="i" srcoff="0" dstbuf="i" dstoff="0" cnt="1"/>
          <step s="2" type="r" srcbuf="i" srcoff="1" dstbuf="i" dstoff="1" cnt="1"/>
        </tb></gpu>
        <gpu id="1"><tb id="0" send="0" recv="0" chan="0">
          <step s="0" type="s" srcbuf="i" srcoff="0" dstbuf="i" dstoff="0" cnt="1"/>
          <step s="1" type="rrcs" srcbuf="i" srcoff="1" dstbuf="i" dstoff="1" cnt="1"/>
          <step s="2" type="r" srcbuf="i" srcoff="0" dstbuf="i" dstoff="0" cnt="1"/>
        </tb></gpu>
      </algo>
      """;

  @TempDir private Path folder;
  private Path swap = Path.of("");

  @BeforeEach
  void write() throws IOException {
    swap = Files.writeString(folder.resolve("swap.xml"), SWAP);
  }

  /** 1 MiB among dies that are all joined by links of 50 GB/s and 500 ns. */
  @ParameterizedTest
  @CsvSource({
    "ring, 4, 34.457",
    "ring, 8, 43.700",
    "ring, 16, 54.322",
    "ring, 64, 104.288",
    "halving_doubling, 4, 33.457",
    "halving_doubling, 8, 39.700",
    "halving_doubling, 16, 43.322",
    "halving_doubling, 64, 47.288"
  })
  void tradeStepsForBytes(String algorithm, int dies, String microseconds) {
    for (String mode : List.of("closed", "events")) {
      Run run =
          sim(
              algorithm,
              ("--mode %s --topology full:%d --link-rate 50GB/s --link-latency 500ns --chunks 1"
                      + " -b 1MiB -e 1MiB --json")
                  .formatted(mode, dies));
      JsonObject row = run.json().array("rows").items().getFirst().asObject("row");
      long picoseconds = row.field("timePs").asLong("time", 0, Long.MAX_VALUE);

      assertEquals(microseconds, "%.3f".formatted(picoseconds / 1e6), mode);
    }
  }

  /** None that does the same is faster with large messages. */
  @ParameterizedTest
  @CsvSource({
    "all_reduce, full:8, direct",
    "reduce_scatter, full:8, direct",
    "all_gather, full:8, direct",
    "broadcast, full:8, direct",
    "reduce, full:8, direct",
    "all_reduce, biring:8, biring",
    "broadcast, biring:8, biring",
    "broadcast, ring:8, ring",
    "all_gather, torus:4x4x4, torus",
    "broadcast, torus:4x4x4, tree",
    "reduce, torus:4x4x4, tree",
    "sendrecv, torus:2x2, ring"
  })
  void suitTheTopologyByDefault(String collective, String topology, String algorithm) {
    Run run =
        Run.of(
            "sim", collective, "--topology", topology, "-e", "1KiB", "--codec", "none", "--json");

    assertEquals(algorithm, run.json().object("inputs").string("algorithm"), run.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"events", "bytes", "live --dilation 0"})
  void runAScheduleOfTheUsersOwn(String mode) {
    Run run = sim(swap, "--dies 2 -b 64KiB -e 64KiB --mode " + mode);

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("swap.xml"), run.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes", "live"})
  void moveValuesBetweenTwoDiesOfMany(String mode) {
    Run run =
        Run.of(
            (Object[])
                ("sim sendrecv --from 0 --to 2 --dies 4 -b 4KiB -e 4KiB --codec single --json --mode "
                        + mode)
                    .split(" ", -1));
    JsonObject certificate = run.json().object("certificate");

    assertTrue(certificate.field("holds").asBoolean("holds"), run.toString());
    assertEquals(2048, certificate.field("elements").asLong("elements", 0, Long.MAX_VALUE));
  }

  @Test
  void refuseAScheduleThatDoesSomethingElse() {
    Run among = sim(swap, "--dies 4");
    Run gather = Run.of("sim", "all_gather", "--dies", 2, "--algorithm", swap);

    for (Run run : List.of(among, gather)) {
      assertEquals(2, run.exit(), run.toString());
      assertTrue(run.errors().contains("swap.xml does all_reduce among 2 dies"), run.toString());
    }
  }

  @Test
  void sayWhereAFileIsWrong() throws IOException {
    Files.writeString(swap, SWAP.replace("rrcs", "add"));
    Run wrong = sim(swap, "--dies 2");

    assertEquals(3, wrong.exit(), wrong.toString());
    assertTrue(wrong.errors().contains("swap.xml: fault 5 BAD_FIELD at byte"), wrong.toString());
  }

  private static Run sim(Object algorithm, String line) {
    List<Object> arguments = new ArrayList<>(List.of("sim", "all_reduce", "--codec", "none"));
    arguments.addAll(List.of("--algorithm", algorithm));
    arguments.addAll(List.of(line.split(" ", -1)));
    return Run.of(arguments.toArray());
  }
}
