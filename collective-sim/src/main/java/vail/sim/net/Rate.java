package vail.sim.net;

import java.math.BigInteger;

/**
 * A speed as an exact fraction: so many picoseconds for so many bytes.
 *
 * @param picoseconds 0 for a speed without bound
 * @param bytes 1 or more
 */
public record Rate(long picoseconds, long bytes) {
  /** Takes no time at all. */
  public static final Rate UNBOUNDED = new Rate(0, 1);

  private static final long PICOSECONDS_A_SECOND = 1_000_000_000_000L;

  /** Reduces the fraction, so that equal speeds are equal. */
  public Rate {
    if (picoseconds < 0 || bytes < 1) {
      throw new IllegalArgumentException("a rate is 0 ps or more for 1 byte or more");
    }
    long common = gcd(picoseconds, bytes);
    picoseconds /= common;
    bytes /= common;
  }

  /** The rate of so many bytes a second, 1 or more. */
  public static Rate ofBytesPerSecond(long bytes) {
    return new Rate(PICOSECONDS_A_SECOND, bytes);
  }

  /** The rate of so many decimal gigabytes a second. */
  public static Rate ofGigabytes(long gigabytes) {
    return ofBytesPerSecond(gigabytes * 1_000_000_000L);
  }

  /** Picoseconds for so many bytes, a started one counted whole. */
  public long time(long count) {
    return time(count, 1);
  }

  /** Picoseconds for so many equal parts of a byte, a started one counted whole. */
  public long time(long count, long partsOfByte) {
    if (picoseconds == 0) {
      return 0;
    }
    if (Math.multiplyHigh(count, picoseconds) != 0 || count * picoseconds < 0) {
      return wide(count, partsOfByte, bytes * partsOfByte - 1);
    }
    return Math.ceilDiv(count * picoseconds, bytes * partsOfByte);
  }

  /** Whole nanoseconds for so many bytes, the fraction dropped, in picoseconds. */
  long wholeNanoseconds(long count) {
    return wide(count, 1, 0) / 1000 * 1000;
  }

  private long wide(long count, long partsOfByte, long spare) {
    return BigInteger.valueOf(count)
        .multiply(BigInteger.valueOf(picoseconds))
        .add(BigInteger.valueOf(spare))
        .divide(BigInteger.valueOf(Math.multiplyExact(bytes, partsOfByte)))
        .longValueExact();
  }

  /** The speed for people: bytes a second. */
  public double bytesPerSecond() {
    return (double) PICOSECONDS_A_SECOND * bytes / picoseconds;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
