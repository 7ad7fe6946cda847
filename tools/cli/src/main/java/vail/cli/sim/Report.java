package vail.cli.sim;

import java.util.Optional;
import java.util.function.Function;
import vail.sim.event.Job;

/**
 * All that a call has to say.
 *
 * @param findings the answers
 * @param way how more of them are found
 * @param sensitivity what moves the largest size's fastest codec, where it was asked for
 * @param difference from an earlier call, where one was named
 */
record Report(
    Findings findings,
    Function<Setup, Measurer> way,
    Optional<Sensitivity> sensitivity,
    Optional<Difference> difference) {
  /** The run that a row comes from, where it comes from one. */
  Optional<Job> job(Row row) {
    return way.apply(findings.setup()).job(row.ran(), row.size());
  }

  /** Whether the ratio of frames of one pass was measured. */
  boolean hasMeasured() {
    return findings.subject().moved().isPresent() && findings.subject().ran() == Policy.SINGLE;
  }

  /** What is assumed where no values are moved, with the subject's ratio if it was measured. */
  Setup assumed() {
    Setup setup = findings.setup();
    Row subject = findings.subject();
    return hasMeasured()
        ? setup.with(Coding.measured(subject.work().orElseThrow().ratio(), setup.coding()))
        : setup;
  }

  /** The row of the largest size without a codec, found now where nobody asked for it. */
  Row none() {
    return findings
        .none()
        .orElseGet(() -> way.apply(findings.setup()).row(Policy.NONE, findings.subject().size()));
  }
}
