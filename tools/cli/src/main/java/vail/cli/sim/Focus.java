package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.cli.Names;
import vail.cli.sim.page.Gantt;
import vail.cli.sim.page.UseChart;
import vail.sim.event.Job;
import vail.sim.event.Outcome;
import vail.sim.event.Simulator;

/**
 * The runs of the largest size once more, looked at closely.
 *
 * @param none without a codec
 * @param subject with the fastest codec
 * @param uses of links, of each codec that was asked for
 */
record Focus(Look none, Look subject, List<UseChart.Line> uses) {
  /**
   * A run.
   *
   * @param row what it came to
   * @param outcome the same in detail
   * @param gantt its dies over time
   */
  record Look(Row row, Outcome outcome, Gantt gantt) {}

  /** Runs what the findings are about, where they come from runs. */
  static Optional<Focus> of(Report report, Row none) {
    Row subject = report.findings().subject();
    Optional<Job> job = report.job(none);
    if (job.isEmpty()) {
      return Optional.empty();
    }
    long time = Math.max(none.time(), subject.time());
    Look without = look(none, job.get(), time);
    Look with = look(subject, report.job(subject).orElseThrow(), time);
    List<UseChart.Line> uses = new ArrayList<>();
    uses.add(UseChart.Line.of("none", without.outcome()));
    for (Row row : report.findings().largest()) {
      String codec = Names.of(row.ran());
      if (uses.stream().noneMatch(use -> use.codec().equals(codec))) {
        boolean known = row.ran() == subject.ran();
        Outcome outcome = known ? with.outcome() : Simulator.run(report.job(row).orElseThrow());
        uses.add(UseChart.Line.of(codec, outcome));
      }
    }
    return Optional.of(new Focus(without, with, uses));
  }

  private static Look look(Row row, Job job, long time) {
    Gantt gantt = new Gantt(job, time);
    return new Look(row, Simulator.record(job, gantt), gantt);
  }
}
