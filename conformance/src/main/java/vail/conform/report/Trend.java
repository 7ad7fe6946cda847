package vail.conform.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vail.conform.judge.Result;
import vail.conform.judge.State;

/**
 * What has changed since an earlier run, by the ids of vectors; fresh ones are others every time
 * and are left out.
 *
 * @param broken fail now and did not
 * @param mended failed and do not now
 * @param still fail now as before
 * @param other fail in another way than before
 * @param added are new
 * @param gone are no more
 */
record Trend(
    List<Result> broken,
    List<Result> mended,
    List<Result> still,
    List<Result> other,
    List<Result> added,
    List<Result> gone) {

  static Trend of(Run before, Run now) {
    Trend trend =
        new Trend(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Map<String, State> earlier = states(before);
    Map<String, State> later = states(now);
    lasting(now)
        .forEach(result -> trend.note(result, Optional.ofNullable(earlier.get(result.id()))));
    lasting(before).stream()
        .filter(result -> !later.containsKey(result.id()))
        .forEach(trend.gone::add);
    return trend;
  }

  private void note(Result result, Optional<State> before) {
    boolean fails = result.state().fails();
    boolean failed = before.map(State::fails).orElse(false);
    if (before.isEmpty()) {
      added.add(result);
    } else if (fails && !failed) {
      broken.add(result);
    } else if (!fails && failed) {
      mended.add(result);
    } else if (fails) {
      (before.get() == result.state() ? still : other).add(result);
    }
  }

  private static List<Result> lasting(Run run) {
    return run.results().stream().filter(result -> !result.level().equals("fresh")).toList();
  }

  private static Map<String, State> states(Run run) {
    Map<String, State> states = new HashMap<>();
    lasting(run).forEach(result -> states.put(result.id(), result.state()));
    return states;
  }
}
