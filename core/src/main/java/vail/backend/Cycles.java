package vail.backend;

/**
 * What a circuit has counted.
 *
 * @param total clock cycles in which blocks were under way
 * @param books clock cycles in which a book was loaded; not among the total
 * @param blocks that came out
 * @param bytesIn that went in
 * @param bytesOut that came out
 * @param refused cycles of the total in which input waited for the circuit
 * @param starved cycles in which the circuit waited for input
 * @param blocked cycles in which output waited for a taker
 */
public record Cycles(
    long total,
    long books,
    long blocks,
    long bytesIn,
    long bytesOut,
    long refused,
    long starved,
    long blocked) {
  /** What was counted after an earlier look. */
  public Cycles since(Cycles earlier) {
    return new Cycles(
        total - earlier.total,
        books - earlier.books,
        blocks - earlier.blocks,
        bytesIn - earlier.bytesIn,
        bytesOut - earlier.bytesOut,
        refused - earlier.refused,
        starved - earlier.starved,
        blocked - earlier.blocked);
  }
}
