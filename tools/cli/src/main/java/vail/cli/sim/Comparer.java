package vail.cli.sim;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import vail.cli.Exit;
import vail.cli.Shell;
import vail.cli.UsageException;
import vail.sim.algo.Algorithms;
import vail.sim.plan.Algorithm;
import vail.sim.plan.Collective;

/**
 * Runs every algorithm with dies and holds it against the model.
 *
 * @param setup what is asked about, but for collective and algorithm
 * @param runner makes dies that really run of a setup
 * @param policies codecs
 * @param sizes of each die's data
 */
record Comparer(
    Setup setup, Function<Setup, LiveMeasurer> runner, Set<Policy> policies, List<Long> sizes) {
  /** What is compared. */
  enum Scope {
    /** All algorithms that do the collective. */
    ALGORITHMS,
    /** All algorithms of all collectives. */
    COLLECTIVES;

    Set<Collective> collectives(Collective asked) {
      return this == ALGORITHMS ? EnumSet.of(asked) : EnumSet.allOf(Collective.class);
    }
  }

  Comparer {
    if (policies.contains(Policy.BEST)) {
      throw new UsageException("--compare: --codec best is one of the others");
    }
  }

  /** Compares, and prints each case once it is known, or all as one JSON document. */
  Exit print(Scope scope, Shell shell, boolean json) {
    if (!json) {
      shell.print(ComparisonReport.head(setup));
    }
    Comparison comparison =
        run(
            scope,
            each -> {
              if (!json) {
                shell.print(ComparisonReport.line(each));
              }
            });
    if (json) {
      shell.print(ComparisonReport.json(comparison));
    } else {
      shell.print(ComparisonReport.foot(comparison));
    }
    return comparison.holds() && comparison.isClose() ? Exit.DONE : Exit.CHECK_FAILED;
  }

  private Comparison run(Scope scope, Consumer<Comparison.Case> progress) {
    HostTime host = HostTime.probe(setup, runner, sizes.getLast());
    List<Comparison.Case> cases = new ArrayList<>();
    for (Collective collective : scope.collectives(setup.collective())) {
      for (Algorithm algorithm : algorithms(collective)) {
        Setup asked = setup.with(collective, algorithm);
        LiveMeasurer dies = runner.apply(asked);
        for (long size : sizes) {
          for (Policy policy : policies) {
            cases.add(compare(asked, dies, host, policy, size));
            progress.accept(cases.getLast());
          }
        }
      }
    }
    return new Comparison(host, cases);
  }

  /** In a row of dies some are the same. */
  private Set<Algorithm> algorithms(Collective collective) {
    return Algorithms.doing(collective).stream()
        .map(family -> family.algorithm(collective, Setup.layout(setup.topology())))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Comparison.Case compare(
      Setup setup, LiveMeasurer dies, HostTime host, Policy policy, long size) {
    Row row = dies.row(policy, size);
    Row.Lived lived = row.lived().orElseThrow();
    return new Comparison.Case(
        setup.collective(),
        setup.algorithm().name(),
        row,
        lived,
        dies.expected(host, lived.dilation()));
  }
}
