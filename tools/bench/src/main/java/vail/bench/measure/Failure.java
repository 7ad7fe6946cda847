package vail.bench.measure;

import vail.bench.codec.Label;

/**
 * A contender that was to take part and did not restore what it was given.
 *
 * @param label who
 * @param plane what it was given
 * @param reason what went wrong
 */
public record Failure(Label label, String plane, String reason) {}
