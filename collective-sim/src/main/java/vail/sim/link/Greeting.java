package vail.sim.link;

/**
 * What the sending end of a link says first on each line, and once more at the end; the answer is
 * the number of the parcel that is due.
 *
 * @param run that it belongs to
 * @param link its number
 */
record Greeting(long run, int link) {}
