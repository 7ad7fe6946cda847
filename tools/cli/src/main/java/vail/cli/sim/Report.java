package vail.cli.sim;

import java.util.Optional;
import java.util.function.Function;
import vail.sim.plan.Codec;

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
  /** The row of the largest size without a codec, found now where nobody asked for it. */
  Row none() {
    return findings.largest().stream()
        .filter(row -> row.ran() == Codec.NONE)
        .findFirst()
        .orElseGet(() -> way.apply(findings.setup()).row(Codec.NONE, findings.subject().size()));
  }
}
