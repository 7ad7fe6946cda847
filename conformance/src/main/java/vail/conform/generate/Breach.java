package vail.conform.generate;

import vail.fault.Fault;

/**
 * What negative vectors of one fault have in common.
 *
 * @param fault the fault
 * @param clauses to cite, with blanks between them
 * @param flags classes of bugs that they hunt, with blanks between them
 */
record Breach(Fault fault, String clauses, String flags) {}
