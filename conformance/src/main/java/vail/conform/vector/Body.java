package vail.conform.vector;

/** The question and the answer of a vector. */
public sealed interface Body permits Exchange, Session, Mapping, Misuse, Flow {}
