package vail.cli.reproduce.measure;

import vail.code.Histogram;

/**
 * The symbols of a kind of tensor at an earlier step: what a fixed book is made from.
 *
 * @param step of the training
 * @param counts over all that was recorded
 */
public record Average(long step, Histogram counts) {}
