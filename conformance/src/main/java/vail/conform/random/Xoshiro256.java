package vail.conform.random;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * xoshiro256** 1.0, seeded by SplitMix64: the stream of numbers behind every vector. Integers only,
 * so all languages get the same ones. Belongs to one thread.
 */
public final class Xoshiro256 {
  /** The name under which manifests say how numbers were drawn. */
  public static final String ID = "splitmix64-xoshiro256ss/1";

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /** A stream: its state is the first four outputs of SplitMix64 from this seed. */
  public Xoshiro256(long seed) {
    SplitMix64 mix = new SplitMix64(seed);
    s0 = mix.next();
    s1 = mix.next();
    s2 = mix.next();
    s3 = mix.next();
  }

  /**
   * The seed of a stream with a name: the first eight bytes, little-endian, of the SHA-256 of
   * {@code vail|major|family|index} in ASCII.
   *
   * @param major the suite's major version
   * @param family what the stream is for
   * @param index which one of them
   */
  public static long seed(int major, String family, long index) {
    String name = "vail|" + major + "|" + family + "|" + index;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.US_ASCII));
      return ByteBuffer.wrap(digest).order(ByteOrder.LITTLE_ENDIAN).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The next 64 bits. */
  public long next() {
    long result = Long.rotateLeft(s1 * 5, 7) * 9;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /**
   * A number from 0 to n - 1, each as likely as the other: the high half of a 64 by 64 bit product,
   * drawn again where the low half is among the 2^64 mod n first ones.
   *
   * @param n 1 to 2^63 - 1
   */
  public long below(long n) {
    if (n < 1) {
      throw new IllegalArgumentException("there is no number below " + n);
    }
    long first = Long.remainderUnsigned(-n, n);
    long x = next();
    while (Long.compareUnsigned(x * n, first) < 0) {
      x = next();
    }
    return Math.unsignedMultiplyHigh(x, n);
  }

  /** A number from 0 to n - 1; see {@link #below(long)}. */
  public int below(int n) {
    return (int) below((long) n);
  }

  /** Bytes, each the highest eight bits of one output. */
  public byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) (next() >>> 56);
    }
    return bytes;
  }
}
