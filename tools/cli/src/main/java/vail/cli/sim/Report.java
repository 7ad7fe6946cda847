package vail.cli.sim;

import java.util.Optional;

/**
 * All that a call has to say.
 *
 * @param findings the answers
 * @param sensitivity what moves the largest size's fastest row, where it was asked for
 * @param difference from an earlier call, where one was named
 */
record Report(
    Findings findings, Optional<Sensitivity> sensitivity, Optional<Difference> difference) {}
