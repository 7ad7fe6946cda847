package vail.cli.train;

import vail.code.Histogram;
import vail.code.NamedBook;

/**
 * A book and the counts it was made of.
 *
 * @param book the book with its name
 * @param counts of the symbols as the book sees them
 */
record Trained(NamedBook book, Histogram counts) {}
