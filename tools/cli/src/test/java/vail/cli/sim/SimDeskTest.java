package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vail.cli.Markup;
import vail.cli.Run;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.sim.web.Desk.UnknownQuestionException;
import vail.sim.web.Meters;

class SimDeskTest {
  private final SimDesk desk = new SimDesk(new Meters());

  @Test
  void answersWhatThePageOfTheCommandSays() {
    JsonObject answer = desk.answer("simulate", question("ring:4", "1MiB"));
    String page =
        Run.of(
                "sim",
                "all_reduce",
                "--topology",
                "ring:4",
                "-b",
                "1MiB",
                "-e",
                "1MiB",
                "--html",
                "-")
            .text();

    assertTrue(page.contains(Markup.escaped(answer.string("verdict"))), answer.string("verdict"));
    assertTrue(page.contains(answer.string("html")), "pictures, tables and notes");
    assertTrue(page.contains(answer.string("tiles")), answer.string("tiles"));
  }

  @Test
  void saysWhatEachStepDidToEachLink() {
    JsonArray steps = desk.answer("simulate", question("ring:4", "1MiB")).array("steps");

    assertEquals(6, steps.items().size());
    for (JsonValue item : steps.items()) {
      JsonObject step = item.asObject("a step");
      assertEquals(4, step.array("links").items().size());
      assertTrue(
          step.integer("fromPs", 0, Long.MAX_VALUE) < step.integer("toPs", 0, Long.MAX_VALUE));
    }
  }

  @ParameterizedTest
  @CsvSource({"ring:8, closed", "mesh:2x3, events"})
  void answersWhatIfByFormulasWhereThereAreSome(String topology, String mode) {
    JsonObject answer = desk.answer("what-if", question(topology, "64MiB"));

    assertEquals(mode, answer.string("mode"));
    assertEquals(3, answer.array("times").items().size());
  }

  @Test
  void measuresRealFrames() {
    JsonObject answer = desk.answer("measure", question("ring:2", "16KiB"));

    assertTrue(answer.bool("holds"));
    assertTrue(answer.number("ratio") < 1);
    assertTrue(answer.string("html").contains("Links: what real frames took"));
  }

  @Test
  void tellsHowFarDiesAreAndWhatCameOfThem() {
    List<JsonObject> events = new ArrayList<>();
    desk.run(question("ring:2", "16KiB"), events::add);

    assertEquals("progress", events.getFirst().string("kind"));
    assertEquals(2, events.getFirst().array("dies").items().size());
    JsonObject done = events.getLast();
    assertEquals("done", done.string("kind"));
    assertTrue(done.bool("holds"));
    assertEquals(done.string("replaySha256"), done.string("sha256"));
  }

  @Test
  void drawsRoundByRoundHowABookIsKeptFit() {
    List<JsonObject> events = new ArrayList<>();
    desk.run(rounds("24"), events::add);
    List<JsonObject> rounds =
        events.stream().filter(each -> each.string("kind").equals("round")).toList();

    assertEquals(24, rounds.size());
    assertTrue(rounds.getLast().string("svg").contains("edition 1: committed"));
    assertTrue(rounds.getLast().string("svg").contains("edition 0 was better"));
    JsonObject done = events.getLast();
    assertTrue(done.bool("holds"));
    assertEquals(2, done.integer("refreshes", 0, 99));
    assertTrue(done.string("html").contains("sample:step01000/activation_grads"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "41", "many", ""})
  void refusesRoundsInWhichNothingWouldBeSeen(String count) {
    assertThrows(IllegalArgumentException.class, () -> desk.run(rounds(count), _ -> {}));
  }

  private static JsonObject rounds(String count) {
    return JsonObject.builder()
        .put("collective", "all_reduce")
        .put("size", "32KiB")
        .put("topology", "ring:2")
        .put("rounds", count)
        .build();
  }

  @ParameterizedTest
  @CsvSource({"simulate, ring:512", "simulate, moebius:4", "run, ring:65", "what-if, ring:1x"})
  void refusesInWordsWhatIsTooMuchOrUnknown(String name, String topology) {
    JsonObject question = question(topology, "1MiB");

    assertThrows(
        IllegalArgumentException.class,
        () -> {
          if (name.equals("run")) {
            desk.run(question, _ -> {});
          } else {
            desk.answer(name, question);
          }
        });
    assertThrows(UnknownQuestionException.class, () -> desk.answer("shell", question));
  }

  @Test
  void isUpWhileTheCodecGivesBackWhatItGets() {
    assertEquals("up", desk.health().string("status"));
  }

  private static JsonObject question(String topology, String size) {
    return JsonObject.builder()
        .put("collective", "all_reduce")
        .put("size", size)
        .put("topology", topology)
        .build();
  }
}
