package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vail.cli.Names;
import vail.cli.UsageException;
import vail.cli.sim.EventMeasurer.Planned;
import vail.sim.event.Job;
import vail.sim.model.ClosedForms;
import vail.sim.model.GatherBound;
import vail.sim.model.Scene;
import vail.sim.net.Grid;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;

/** Finds the time of a size with a codec. */
interface Measurer {
  /** The answer. */
  Row row(Policy policy, long size);

  /** The answer, or the best of the simple ones; of equal ones the simplest. */
  default Row answer(Policy policy, long size) {
    if (policy != Policy.BEST) {
      return row(policy, size);
    }
    Row best = row(Policy.NONE, size);
    for (Policy other : List.of(Policy.SINGLE, Policy.THREE)) {
      Row row = row(other, size);
      best = row.time() < best.time() ? row : best;
    }
    return new Row(
        size,
        best.ran(),
        "best:" + best.codec(),
        best.time(),
        best.work(),
        best.moved(),
        best.lived());
  }

  /**
   * For each size an answer of each policy; a policy's in turn, because they share a schedule.
   *
   * @param step told after each
   */
  default SortedMap<Long, List<Row>> answers(
      Set<Policy> policies, List<Long> sizes, Runnable step) {
    SortedMap<Long, List<Row>> bySize = new TreeMap<>();
    for (Policy policy : policies) {
      for (long size : sizes) {
        bySize.computeIfAbsent(size, _ -> new ArrayList<>()).add(answer(policy, size));
        step.run();
      }
    }
    return bySize;
  }

  /** Its time alone, in picoseconds. */
  default long time(Policy policy, long size) {
    return row(policy, size).time();
  }

  /** The run that it comes from, where it comes from one. */
  default Optional<Job> job(Policy policy, long size) {
    return Optional.empty();
  }

  /** Answers from closed forms. */
  static Measurer closed(Setup setup) {
    return (policy, size) ->
        new Row(size, policy, Names.of(policy), closed(setup, everywhere(policy), size));
  }

  private static Codec everywhere(Policy policy) {
    return policy
        .everywhere()
        .orElseThrow(() ->
            new UsageException(
                "--codec %s: decides by what a run shows, which --mode events makes"
                    .formatted(Names.of(policy))));
  }

  /** Whether there is a closed form. */
  static boolean isClosed(Setup setup, Policy policy, long size) {
    return policy.everywhere().stream()
        .anyMatch(codec -> closedForm(setup, codec, size).isPresent());
  }

  private static OptionalLong closedForm(Setup setup, Codec codec, long size) {
    if (!(setup.topology() instanceof Grid grid)) {
      return OptionalLong.empty();
    }
    Scene scene =
        new Scene(
            setup.collective(),
            grid,
            size / setup.elementBytes(),
            setup.elementBytes(),
            setup.lanes(),
            setup.die(),
            codec,
            setup.coding().frames(codec));
    return ClosedForms.time(setup.algorithm().name(), scene);
  }

  private static long closed(Setup setup, Codec codec, long size) {
    return closedForm(setup, codec, size)
        .orElseThrow(() ->
            new UsageException(
                "--mode closed: %s on %s with codec %s has no closed form; --mode events runs it"
                    .formatted(
                        setup.algorithm().name(), setup.topology().name(), Names.of(codec))));
  }

  /** What no all-gather in equal steps beats, codecs taking no time. */
  static Measurer bound(Setup setup) {
    if (setup.collective() != Collective.ALL_GATHER) {
      throw new UsageException("--mode bound: only all_gather has a bound");
    }
    return (policy, size) ->
        new Row(
            size,
            policy,
            Names.of(policy),
            GatherBound.time(
                    setup.topology(),
                    size,
                    setup.lanes(),
                    setup.coding().frames(everywhere(policy)))
                .orElseThrow(() ->
                    new UsageException(
                        "--mode bound: the links of %s differ"
                            .formatted(setup.topology().name()))));
  }

  /** Answers from runs whose messages have the sizes that ratios say. */
  static Measurer events(Setup setup, int threads) {
    return new EventMeasurer(
        setup,
        threads,
        (schedule, size) -> new Planned(setup.job(schedule, size), Optional.empty()));
  }
}
