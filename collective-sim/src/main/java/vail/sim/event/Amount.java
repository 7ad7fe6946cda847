package vail.sim.event;

/** A sum of sizes that are counted in parts of a byte. */
final class Amount {
  /** Well below what a number holds, so that one more size never is too much. */
  private static final long MOST = 1L << 61;

  private final long partsOfByte;
  private long whole;
  private long parts;

  Amount(long partsOfByte) {
    this.partsOfByte = partsOfByte;
  }

  void add(long more) {
    parts += more;
    if (parts >= MOST) {
      whole += parts / partsOfByte;
      parts %= partsOfByte;
    }
  }

  /** The same sum so many times. */
  void add(Amount other, int times) {
    whole += times * (other.whole + other.parts / partsOfByte);
    add(times * (other.parts % partsOfByte));
  }

  /** In bytes, a started one counted whole. */
  long bytes() {
    return whole + Math.ceilDiv(parts, partsOfByte);
  }
}
