package vail.code;

/**
 * Counts and what was counted.
 *
 * @param name for people, e.g. the name of a tensor
 * @param counts of the symbols as a book will see them
 */
public record NamedHistogram(String name, Histogram counts) {}
