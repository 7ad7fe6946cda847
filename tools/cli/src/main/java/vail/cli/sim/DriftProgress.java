package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vail.cli.sim.page.DriftChart;
import vail.json.JsonObject;
import vail.sim.live.BookEvent;
import vail.sim.live.PassingOn;
import vail.sim.live.RoundDrift;
import vail.sim.live.Watch;

/** Tells a page, round by round, how well the book fits, and at once what is done about it. */
final class DriftProgress extends PassingOn {
  private final Consumer<JsonObject> events;
  private final Campaign campaign;
  private final List<RoundDrift> rounds = new ArrayList<>();
  private final List<BookEvent> happened = new ArrayList<>();

  /**
   * Begins with a run of several rounds.
   *
   * @param next is told all the same
   */
  DriftProgress(Consumer<JsonObject> events, Watch next, Campaign campaign) {
    super(next);
    this.events = events;
    this.campaign = campaign;
  }

  @Override
  public synchronized void drifted(RoundDrift round) {
    super.drifted(round);
    rounds.add(round);
    events.accept(
        HistoryJson.drift(round)
            .put("kind", "round")
            .put("rounds", campaign.rounds())
            .put("svg", DriftChart.of("drift", campaign.story(rounds, happened)))
            .build());
  }

  @Override
  public synchronized void refreshed(BookEvent event) {
    super.refreshed(event);
    happened.add(event);
    events.accept(JsonObject.builder().put("kind", "book").put("words", event.toString()).build());
  }
}
