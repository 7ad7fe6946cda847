package vail.conform.vector;

/**
 * A class of bug that vectors hunt, explained once.
 *
 * @param name how vectors refer to it
 * @param bug what is wrong in an implementation that a vector of this flag catches
 * @param effect what it does to users
 * @param seen where it happened before, e.g. a CVE; empty if nowhere known
 */
public record Flag(String name, String bug, String effect, String seen) {}
