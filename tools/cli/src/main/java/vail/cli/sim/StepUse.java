package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import vail.json.JsonArray;
import vail.json.JsonObject;
import vail.json.JsonValue;
import vail.sim.event.Job;
import vail.sim.event.Recorder;
import vail.sim.plan.Steps;

/** What each step of a schedule did to links, and when. */
final class StepUse implements Recorder {
  private static final double TENTHS = 1000.0;

  private final Job job;
  private final IntPredicate shown;
  private final Steps steps;
  private final SortedMap<Integer, Step> seen = new TreeMap<>();

  private static final class Step {
    long from = Long.MAX_VALUE;
    long to;
    final SortedMap<Integer, long[]> links = new TreeMap<>();
  }

  /**
   * Waits for a run.
   *
   * @param shown the links that matter
   */
  StepUse(Job job, IntPredicate shown) {
    this.job = job;
    this.shown = shown;
    steps = Steps.of(job.schedule());
  }

  @Override
  public void worked(Work work) {}

  @Override
  public void carried(Transfer transfer) {
    int number = steps.of(transfer.from(), transfer.send());
    Step step = seen.computeIfAbsent(number, _ -> new Step());
    step.from = Math.min(step.from, transfer.start());
    step.to = Math.max(step.to, transfer.end());
    if (shown.test(transfer.link())) {
      long[] use = step.links.computeIfAbsent(transfer.link(), _ -> new long[2]);
      use[0] += transfer.end() - transfer.start();
      use[1] += job.sizes().wire(transfer.from(), transfer.send(), transfer.lane());
    }
  }

  /** Each step's time in picoseconds, and of each link its number, busy share and bytes. */
  JsonArray json() {
    List<JsonValue> all = new ArrayList<>();
    seen.forEach((number, step) -> all.add(json(number, step)));
    return JsonArray.of(all);
  }

  private static JsonObject json(int number, Step step) {
    List<JsonValue> links = new ArrayList<>();
    long span = Math.max(1, step.to - step.from);
    step.links.forEach((link, use) ->
        links.add(
            JsonArray.of(
                List.of(
                    JsonValue.of(link),
                    JsonValue.of(Math.round(TENTHS * use[0] / span) / TENTHS),
                    JsonValue.of(use[1])))));
    return JsonObject.builder()
        .put("step", number)
        .put("fromPs", step.from)
        .put("toPs", step.to)
        .put("links", JsonArray.of(links))
        .build();
  }
}
