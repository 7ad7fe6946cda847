package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Run;
import vail.json.JsonObject;

/** Recorded tensors that drift while dies run: first to gradients, and back. */
class RoundOptionsTest {
  private static final String LIVE =
      "all_reduce --topology ring:3 --chunks 2 -b 48KiB -e 48KiB --codec single --mode live"
          + " --dilation 0 ";
  private static final String DRIFT =
      LIVE
          + "--rounds 18 --data sample:step00280/activations"
          + " --drift sample:step01000/activation_grads@4,sample:step01000/activations@9 ";

  @Test
  void changesTheBookWhenValuesDriftAndTakesTheOldOneBack() {
    Run run = sim(DRIFT + "--transport memory --json");
    JsonObject books = live(run).object("books");
    List<JsonObject> rounds = objects(books, "rounds");

    assertEquals(0, run.exit(), run.toString());
    assertEquals(18, rounds.size());
    for (JsonObject round : rounds) {
      assertTrue(round.bool("holds"), round.toString());
    }
    assertEquals(List.of(0L, 1L, 2L), editions(rounds), run.text());
    double before = ratio(rounds, 3);
    double during = ratio(rounds, 5);
    double after = ratio(rounds, 8);
    assertTrue(during > before + 0.03, "values of another shape take more: " + run.text());
    assertTrue(after < during - 0.015, "a new book takes less: " + run.text());
    assertEquals(before, ratio(rounds, 17), 0.004, "the old book is back");
    assertTrue(events(books).containsAll(List.of("alarm", "preparing", "committed", "retired")));
    assertTrue(events(books).contains("worse"), run.text());
    assertTrue(run.errors().contains("edition 1: committed, by all dies in round"), run.errors());
  }

  @Test
  void goesOnWhereLinksAreHitInTheMiddleOfARefresh() {
    Run run =
        sim(
            DRIFT
                + "--json --faults drop@0:refresh-prepare,flip-payload@1:refresh-prepare:1,"
                + "truncate@2:refresh-commit,duplicate@1:refresh-commit:1");
    JsonObject live = live(run);

    assertEquals(0, run.exit(), run.toString());
    assertEquals(4, live.array("injected").items().size(), run.text());
    assertTrue(live.array("recovered").items().size() >= 3, run.text());
    assertTrue(events(live.object("books")).contains("committed"), run.text());
  }

  @Test
  void saysBeforeDuringAndAfterInWords() {
    Run run = sim(LIVE + "--rounds 3 --transport memory");
    Run page = sim(LIVE + "--rounds 3 --transport memory --html -");

    assertTrue(page.text().contains("Rounds: what frames took"), page.errors());

    assertTrue(run.text().contains("every value is right in 3 rounds"), run.text());
    assertTrue(run.text().contains("# 0-2     as it began "), run.text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--drift sample:step00280/weights@2",
        "--rounds 0",
        "--rounds 4 --drift sample:step00280/weights",
        "--rounds 4 --drift sample:step00280/weights@4",
        "--rounds 4 --drift sample:step00280/nothing@2",
        "--rounds 4 --drift-alarm 0",
        "--rounds 4 --data sample:../index.txt",
        "--rounds 4 --compare algorithms",
      })
  void saysWhatItDoesNotAccept(String options) {
    Run run = sim(LIVE + options);

    assertEquals(2, run.exit(), run.toString());
  }

  @Test
  void tracesRoundsAndWhatBecameOfTheBook() {
    Run run = sim(DRIFT + "--transport memory --trace -");
    List<JsonObject> events = objects(run.json(), "traceEvents");

    assertEquals(0, run.exit(), run.toString());
    assertEquals(18, events.stream().filter(each -> each.string("ph").equals("X")).count());
    assertTrue(
        events.stream()
            .filter(each -> each.string("ph").equals("i"))
            .anyMatch(each -> each.string("name").contains("edition 1: committed")),
        run.text());
  }

  @Test
  void isForDiesThatRunOnly() {
    assertEquals(2, sim("all_reduce --dies 3 --mode bytes -b 1KiB -e 1KiB --rounds 3").exit());
  }

  private static JsonObject live(Run run) {
    return objects(run.json(), "rows").getFirst().object("live");
  }

  private static List<JsonObject> objects(JsonObject in, String name) {
    return in.array(name).items().stream().map(each -> each.asObject(name)).toList();
  }

  private static List<Long> editions(List<JsonObject> rounds) {
    List<Long> editions = new ArrayList<>();
    for (JsonObject round : rounds) {
      long edition = round.integer("edition", 0, 99);
      if (editions.isEmpty() || editions.getLast() != edition) {
        editions.add(edition);
      }
    }
    return editions;
  }

  private static double ratio(List<JsonObject> rounds, int round) {
    return rounds.get(round).number("ratio");
  }

  private static List<String> events(JsonObject books) {
    return objects(books, "events").stream().map(each -> each.string("event")).toList();
  }

  private static Run sim(String line) {
    List<Object> arguments = new ArrayList<>(List.of("sim"));
    arguments.addAll(List.of(line.trim().split(" +", -1)));
    return Run.of(arguments.toArray());
  }
}
