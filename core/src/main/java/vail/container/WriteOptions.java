package vail.container;

import vail.fault.Limits;
import vail.tensor.SplitChoice;

/**
 * What decides the bytes of a container besides input, books and policies; the number of threads
 * decides only the time (V-27).
 *
 * @param split how elements become planes
 * @param tileSymbols symbols of each plane of a tile, 4 to 65,536; rounded down to a multiple of 4
 *     for 6-bit codes
 * @param books whether the books that blocks name are brought along
 * @param threads threads that encode, 1 or more; the calling thread reads and writes besides
 * @param limits what headers of the input may ask for
 */
public record WriteOptions(
    SplitChoice split, int tileSymbols, BookForm books, int threads, Limits limits) {
  private static final int MOST_THREADS = 1024;

  /** Largest tiles, best split, books brought along, one thread a processor. */
  public static final WriteOptions DEFAULT =
      new WriteOptions(
          SplitChoice.AUTO,
          Limits.MAX_BLOCK_SYMBOLS,
          BookForm.EMBEDDED,
          Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()),
          Limits.DEFAULT);

  /** Rejects what no container can have. */
  public WriteOptions {
    if (tileSymbols < 4 || tileSymbols > Limits.MAX_BLOCK_SYMBOLS) {
      throw new IllegalArgumentException("tiles have 4 to 65536 symbols, not " + tileSymbols);
    }
    if (threads < 1 || threads > MOST_THREADS) {
      throw new IllegalArgumentException("threads must be 1 to 1024, not " + threads);
    }
  }
}
