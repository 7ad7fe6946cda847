package vail.sim.net;

/**
 * The units a link moves: each carries so many bytes of payload, and the last one is padded.
 *
 * @param bytes on the wire
 * @param payload of them, 1 to bytes
 */
public record Flit(int bytes, int payload) {
  /** No units: any number of bytes goes as it is. */
  public static final Flit NONE = new Flit(1, 1);

  /** The flit of UCIe in its standard mapping of PCIe. */
  public static final Flit UCIE = new Flit(256, 236);

  /** Rejects a payload that does not fit. */
  public Flit {
    if (payload < 1 || bytes < payload) {
      throw new IllegalArgumentException("a flit carries 1 byte or more, and at most its own size");
    }
  }

  /** Bytes on the wire for so many bytes of payload. */
  public long wire(long count) {
    return bytes == 1 ? count : Math.ceilDiv(count, payload) * bytes;
  }
}
