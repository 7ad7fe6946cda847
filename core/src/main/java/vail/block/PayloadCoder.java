package vail.block;

import vail.code.Codebook;

/**
 * The inside of a coded block: symbols to payload bytes and back. The frame around it is the same
 * for all software and stands in {@link SoftwareEncoder} and {@link SoftwareDecoder}.
 *
 * <p>Works on arrays with slack, so that kernels may read and write a little too far. May keep
 * tables and scratch; belongs to one thread at a time.
 */
public interface PayloadCoder {
  /** Bytes a kernel may read or write beyond what it was given. */
  int SLACK = 256;

  /** Most payload bytes any block can need: 23 bits a symbol, 62 bits of padding in 64 lanes. */
  int MAX_PAYLOAD = 65_536 * 23 / 8 + 64 * 62 / 8;

  /**
   * Writes the payload of B-14.
   *
   * @param book its class allows the layout
   * @param bias 0 to 254
   * @param symbols has SLACK bytes after the last symbol
   * @param count symbols, 1 to 65,536
   * @param out has MAX_PAYLOAD + SLACK bytes from {@code at} on
   * @return bytes written
   */
  int encode(Codebook book, int bias, Layout layout, byte[] symbols, int count, byte[] out, int at);

  /**
   * Reads the payload of B-10 to B-12.
   *
   * @param in has MAX_PAYLOAD + SLACK bytes from {@code at} on, of which {@code bytes} are the
   *     payload and the rest anything
   * @param symbols has {@code count} + SLACK bytes
   * @throws vail.fault.VailFormatException the first fault of B-13, its offset in the payload
   */
  void decode(
      Codebook book,
      int bias,
      Layout layout,
      byte[] in,
      int at,
      int bytes,
      byte[] symbols,
      int count);

  /** Whether payloads of this kind are decoded faster in a {@link Flight} than one by one. */
  default boolean flies(Codebook book, Layout layout) {
    return false;
  }

  /**
   * Reads a full flight of payloads that {@link #flies} is true for.
   *
   * @return whether all keep the rules; if not, no symbol of the flight means anything, and {@link
   *     #decode} one by one says what is wrong with which
   */
  default boolean decode(Flight flight) {
    return false;
  }

  /** What selection wants to know of symbols, counted in this coder's way. */
  default SymbolCounter counter() {
    return new PlainCounter();
  }
}
