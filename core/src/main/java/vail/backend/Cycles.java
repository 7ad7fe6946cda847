package vail.backend;

import java.util.OptionalLong;

/**
 * What a circuit has counted.
 *
 * @param total clock cycles in which blocks were under way
 * @param books clock cycles in which a book was loaded, not among the total; empty if it does not
 *     count them
 * @param blocks that came out
 * @param bytesIn that went in
 * @param bytesOut that came out
 * @param refused cycles of the total in which input waited for the circuit
 * @param starved cycles in which the circuit waited for input
 * @param blocked cycles in which output waited for a taker
 */
public record Cycles(
    long total,
    OptionalLong books,
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
        books.isPresent() && earlier.books.isPresent()
            ? OptionalLong.of(books.getAsLong() - earlier.books.getAsLong())
            : OptionalLong.empty(),
        blocks - earlier.blocks,
        bytesIn - earlier.bytesIn,
        bytesOut - earlier.bytesOut,
        refused - earlier.refused,
        starved - earlier.starved,
        blocked - earlier.blocked);
  }
}
