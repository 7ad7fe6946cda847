/**
 * Jazzer targets: whatever bytes come, a parser ends in a typed fault or in the one value that
 * writes them again. In the build they replay their seeds and a few thousand generated inputs; the
 * profile {@code fuzz} lets Jazzer search.
 */
package vail.fuzz;
