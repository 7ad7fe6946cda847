package vail.spec;

/**
 * A numbered clause of the specification.
 *
 * @param id such as {@code B-07}
 * @param title the rest of its heading
 * @param at file and line of the heading
 */
record Clause(String id, String title, String at) {}
