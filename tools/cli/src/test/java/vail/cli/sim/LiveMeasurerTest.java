package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Run;
import vail.json.JsonObject;

class LiveMeasurerTest {
  private static final String SMALL = "all_reduce --dies 3 --chunks 2 -b 96KiB -e 96KiB ";

  @ParameterizedTest
  @ValueSource(strings = {"--transport memory --dilation 0", "--dilation 0"})
  void endsWithWhatTheReplayEndsWith(String way) {
    String line = SMALL + "--codec none,single,three --specials --json ";
    JsonObject live = sim(line + "--mode live " + way).json();
    JsonObject bytes = sim(line + "--mode bytes").json();

    assertEquals(
        bytes.object("certificate").string("sha256"), live.object("certificate").string("sha256"));
    assertTrue(live.object("certificate").field("holds").asBoolean("holds"));
  }

  @Test
  void saysWhatTheModelSaysBesideWhatTheDiesTook() {
    Run run = sim(SMALL + "--codec single --mode live --transport memory --link-latency 1ms");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("Live at 96.0 KiB, single: "), run.text());
    assertTrue(run.text().contains("the model says 4"), run.text());
  }

  @Test
  void saysOnThePageThatThePicturesAreTheModels() {
    Run run =
        sim(SMALL + "--codec single --mode live --transport memory --link-latency 1ms --html -");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("The model&#39;s run; the dies took "), run.text());
  }

  @Test
  void holdsNoModelAgainstThisComputersOwnTime() {
    Run run = sim(SMALL + "--codec single --mode live --transport memory --dilation 0 --html -");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("is this computer&#39;s own time with single"), run.text());
    assertTrue(run.text().contains("Not shown: links and dies over time"), run.text());
    assertFalse(run.text().contains("as fast with"), run.text());
    assertFalse(run.text().contains("The model&#39;s run"), run.text());
  }

  @Test
  void saysWhatWasDoneToLinksAndWhatTheyRecoveredFrom() {
    Run run =
        sim(
            SMALL
                + "--codec single --mode live --dilation 0 --json"
                + " --faults flip-check@0,drop@1:transfer:0,duplicate@2");
    JsonObject live = run.json().array("rows").items().getFirst().asObject("a row").object("live");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(
        run.errors().contains("done on purpose to link 0 (0>1): flip-check@0:transfer:0"),
        run.errors());
    assertTrue(
        run.errors().contains("link 0 (0>1) went on with parcel 1 after 1 round trip: what came"));
    assertEquals(3, live.array("injected").items().size());
    assertTrue(live.array("recovered").items().size() >= 2, run.text());
  }

  @Test
  void saysThatALinkNeverCameToAFault() {
    Run run = sim(SMALL + "--codec single --mode live --dilation 0 --faults drop@0:encode:999");

    assertEquals(0, run.exit(), run.toString());
    assertTrue(run.text().contains("# Faults done on purpose: 0 of 1; "), run.text());
  }

  @Test
  void endsOverABookThatIsStaleAndSaysSo() {
    Run run = sim(SMALL + "--codec single --mode live --dilation 0 --faults stale-book@0");

    assertEquals(3, run.exit(), run.toString());
    assertTrue(run.errors().contains("fault 8 CODEBOOK_UNKNOWN"), run.errors());
  }

  @Test
  void takesASeedForAPlanOfFaults() {
    Run run = sim(SMALL + "--codec none --mode live --dilation 0 --faults 52");

    assertTrue(run.errors().contains("done on purpose to link "), run.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop@99", "dorp@0", "drop", "drop@0 --transport memory"})
  void refusesFaultsThatCannotBe(String faults) {
    Run run = sim(SMALL + "--mode live --dilation 0 --faults " + faults);

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains("--faults: "), run.errors());
  }

  @Test
  void refusesTimesThatThisComputerWouldSpoil() {
    Run run = sim(SMALL + "--codec single --mode live --transport memory --dilation 1");

    assertEquals(2, run.exit(), run.toString());
    assertTrue(run.errors().contains("is enough now"), run.errors());
  }

  @Test
  void refusesWhatOnlyLiveDiesCouldDo() {
    assertEquals(2, sim(SMALL + "--mode bytes --transport memory").exit());
    assertEquals(2, sim(SMALL + "--mode live --step-books").exit());
    assertEquals(2, sim("all_reduce --mode live --dies 64 -b 64GiB -e 64GiB").exit());
  }

  private static Run sim(String line) {
    List<Object> arguments = new ArrayList<>(List.of("sim"));
    arguments.addAll(List.of(line.trim().split(" +", -1)));
    return Run.of(arguments.toArray());
  }
}
