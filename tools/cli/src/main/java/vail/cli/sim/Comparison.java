package vail.cli.sim;

import java.util.List;
import vail.sim.plan.Collective;

/**
 * Dies that really ran beside the model, case by case.
 *
 * @param host what a message costs this computer, as the model has been told
 * @param cases in the order in which they ran
 */
record Comparison(HostTime host, List<Case> cases) {
  /** How far off the model may be in the middle of all cases, and in all but a twentieth. */
  static final double MEDIAN = 0.05;

  static final double MOST = 0.12;

  Comparison {
    cases = List.copyOf(cases);
  }

  /**
   * One of them.
   *
   * @param collective what dies did
   * @param algorithm how
   * @param row what came of it
   * @param lived how they were run
   * @param expected picoseconds that the model says once it has been told of this computer
   */
  record Case(Collective collective, String algorithm, Row row, Row.Lived lived, long expected) {
    /** How much more the dies took than was expected of them. */
    double error() {
      return expected == 0 ? 0 : (double) row.time() / expected - 1;
    }
  }

  /** The error, either way, that so large a share of all cases does not exceed. */
  double error(double share) {
    double[] errors = cases.stream().mapToDouble(each -> Math.abs(each.error())).sorted().toArray();
    return errors[(int) Math.ceil(share * errors.length) - 1];
  }

  /** Whether all values were right. */
  boolean holds() {
    return cases.stream()
        .flatMap(each -> each.row().moved().stream())
        .allMatch(moved -> moved.certificate().holds());
  }

  /** Whether the model was as close as it should be. */
  boolean isClose() {
    return error(0.5) <= MEDIAN && error(0.95) <= MOST;
  }
}
