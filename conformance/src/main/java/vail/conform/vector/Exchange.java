package vail.conform.vector;

/**
 * One request and its answer.
 *
 * @param request what is asked
 * @param expect what must come back
 */
public record Exchange(Request request, Expect expect) implements Body {}
