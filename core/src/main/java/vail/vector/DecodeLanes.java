package vail.vector;

import java.util.Arrays;
import vail.block.Flight;
import vail.fault.Limits;

/**
 * Where the lanes of up to four decoders stand (B-10), their tables, and the literals they have
 * met: for each decoder a stretch of every array.
 *
 * <p>A lane's window starts at bit {@code used}, 1 to 16, of two bytes: {@code now} and, above it,
 * {@code next}.
 */
final class DecodeLanes {
  /** Where a decoder's literals start; kernels write 64 bytes at once. */
  static final int LITERALS = Limits.MAX_BLOCK_SYMBOLS + 64;

  private static final byte NOTHING_READ = 16;

  final byte[] tables = new byte[Flight.SIZE * WideDecodeTable.SIZE];
  final byte[] now = new byte[Flight.SIZE * 64];
  final byte[] next = new byte[Flight.SIZE * 64];
  final byte[] used = new byte[Flight.SIZE * 64];
  final byte[] literals = new byte[Flight.SIZE * LITERALS];

  /** Where the next byte of the payload lies. */
  final int[] at = new int[Flight.SIZE];

  /** Where the next symbol goes. */
  final int[] to = new int[Flight.SIZE];

  /** Where the next literal goes. */
  final int[] literalTo = new int[Flight.SIZE];

  private final byte[][] coded = new byte[Flight.SIZE][];
  private final int[] ends = new int[Flight.SIZE];

  /** Starts a decoder at the first byte of a payload. */
  void start(int k, WideDecodeTable table, int payloadAt, int payloadBytes, int symbolsAt) {
    System.arraycopy(table.windows, 0, tables, k * WideDecodeTable.SIZE, WideDecodeTable.SIZE);
    coded[k] = table.coded;
    Arrays.fill(now, 64 * k, 64 * k + 64, (byte) 0);
    Arrays.fill(next, 64 * k, 64 * k + 64, (byte) 0);
    Arrays.fill(used, 64 * k, 64 * k + 64, NOTHING_READ);
    at[k] = payloadAt;
    ends[k] = payloadAt + payloadBytes;
    to[k] = symbolsAt;
    literalTo[k] = k * LITERALS;
  }

  /** Four decoders have decoded so many rounds. */
  void advance(int rounds) {
    for (int k = 0; k < Flight.SIZE; k++) {
      to[k] += 64 * rounds;
    }
  }

  /** The last round, where it is not full: lane by lane, because it comes once a block. */
  void finish(int k, byte[] in, byte[] symbols, int lanes) {
    int table = k * WideDecodeTable.SIZE;
    for (int lane = 64 * k; lane < 64 * k + lanes; lane++) {
      if (used[lane] > 8) {
        used[lane] = (byte) (used[lane] - 8);
        now[lane] = next[lane];
        next[lane] = in[at[k]++];
      }
      int window = ((next[lane] & 0xff) << 8 | now[lane] & 0xff) >>> used[lane] & 0xff;
      used[lane] = (byte) (used[lane] + tables[table + (window & WideDecodeTable.SYMBOLS - 1)]);
      symbols[to[k] + lane - 64 * k] = tables[table + WideDecodeTable.SYMBOLS + window];
    }
    byte placeholder = tables[table + WideDecodeTable.PLACEHOLDER];
    for (int i = to[k]; i < to[k] + lanes; i++) {
      if (symbols[i] == placeholder) {
        symbols[i] = in[at[k]++];
        literals[literalTo[k]++] = symbols[i];
      }
    }
    to[k] += lanes;
  }

  /** Whether the payload ends where it should (B-12, B-13) and no literal has a code (B-11). */
  boolean sound(int k) {
    if (at[k] != ends[k] || DecodeChecks.holdBits(this, 64 * k)) {
      return false;
    }
    int end = literalTo[k];
    byte placeholder = tables[k * WideDecodeTable.SIZE + WideDecodeTable.PLACEHOLDER];
    Arrays.fill(literals, end, end + 64, placeholder);
    return !DecodeChecks.anyCoded(coded[k], literals, k * LITERALS, end);
  }
}
