package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Run;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.sim.live.LiveOutcome;
import vail.sim.plan.Collective;

class ComparisonTest {
  private static final HostTime NOTHING = new HostTime(0, 0, 0, 0);

  @Test
  void saysWhatMostCasesDoNotExceedEitherWay() {
    Comparison hundred =
        new Comparison(
            NOTHING, IntStream.range(0, 100).mapToObj(i -> off(i % 2 == 0 ? i : -i)).toList());

    assertEquals(0.049, hundred.error(0.5), 1e-9);
    assertEquals(0.094, hundred.error(0.95), 1e-9);
    assertEquals(0.099, hundred.error(1), 1e-9);
    assertTrue(hundred.isClose());
  }

  @Test
  void isNotCloseWhereTooManyCasesAreOff() {
    assertFalse(new Comparison(NOTHING, List.of(off(10), off(51), off(60))).isClose());
    assertFalse(new Comparison(NOTHING, List.of(off(0), off(0), off(121))).isClose());
    assertTrue(new Comparison(NOTHING, List.of(off(49), off(-49), off(119))).isClose());
  }

  /** How close it is depends on what else this computer does; what is printed of it does not. */
  @Test
  void runsEveryAlgorithmBesideTheModel() {
    Run run =
        compare(
            "all_gather --compare algorithms --dies 3 --chunks 1 -b 1KiB -e 1KiB --codec none --json");
    JsonObject found = run.json();
    List<String> algorithms =
        found.array("rows").items().stream()
            .map(row -> row.asObject("row").string("algorithm"))
            .toList();
    JsonObject error = found.object("error");

    assertEquals(
        List.of("ring", "biring", "halving_doubling", "direct", "hierarchical", "torus"),
        algorithms);
    assertTrue(found.field("holds").asBoolean("holds"), run.toString());
    assertEquals(run.exit() == 0, error.field("close").asBoolean("close"), run.toString());
    for (JsonValue row : found.array("rows").items()) {
      JsonObject object = row.asObject("row");
      assertTrue(time(object, "toldPs") >= time(object, "modelPs"), run.toString());
      assertTrue(time(object, "diesPs") > 0, run.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all_reduce --compare algorithms --csv -",
        "all_reduce --compare algorithms --codec best",
        "all_reduce --compare everything"
      })
  void refusesWhatCannotBeCompared(String line) {
    assertEquals(2, compare(line).exit());
  }

  private static Comparison.Case off(int thousandths) {
    long expected = 1_000_000;
    Row row = new Row(1, Policy.NONE, "none", expected + thousandths * (expected / 1000));
    return new Comparison.Case(
        Collective.ALL_REDUCE,
        "ring",
        row,
        new Row.Lived(
            expected, 1, new LiveOutcome(1, 0, 0, List.of(), List.of()), Optional.empty()),
        expected);
  }

  private static long time(JsonObject row, String field) {
    return row.field(field).asLong(field, 0, Long.MAX_VALUE);
  }

  private static Run compare(String line) {
    return Run.of((Object[]) ("sim " + line + " --mode live --transport memory").split(" ", -1));
  }
}
