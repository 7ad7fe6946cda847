package vail.cli.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vail.cli.sim.page.Gantt;
import vail.cli.sim.page.UseChart;
import vail.sim.event.Job;
import vail.sim.event.Outcome;
import vail.sim.event.Simulator;
import vail.sim.plan.Codec;
import vail.sim.plan.Hops;
import vail.sim.plan.Schedule;

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
  static Optional<Focus> of(Findings findings, Row none) {
    if (!findings.mode().equals("events")) {
      return Optional.empty();
    }
    Setup setup = findings.setup();
    Row subject = findings.subject();
    long time = Math.max(none.time(), subject.time());
    Look without = look(setup, none, time);
    Look with = look(setup, subject, time);
    List<UseChart.Line> uses = new ArrayList<>();
    uses.add(UseChart.Line.of("none", without.outcome()));
    for (Row row : findings.largest()) {
      Codec codec = row.ran();
      if (codec != Codec.NONE && uses.stream().noneMatch(use -> use.codec().equals(row.codec()))) {
        Outcome outcome = codec == subject.ran() ? with.outcome() : Simulator.run(job(setup, row));
        uses.add(UseChart.Line.of(row.codec(), outcome));
      }
    }
    return Optional.of(new Focus(without, with, uses));
  }

  private static Look look(Setup setup, Row row, long time) {
    Job job = job(setup, row);
    Gantt gantt = new Gantt(job, time);
    return new Look(row, Simulator.record(job, gantt), gantt);
  }

  private static Job job(Setup setup, Row row) {
    return setup.job(Schedule.of(setup.algorithm(), Hops.all(row.ran())), row.size());
  }
}
