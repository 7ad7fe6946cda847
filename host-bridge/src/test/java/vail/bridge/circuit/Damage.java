package vail.bridge.circuit;

import java.util.Arrays;
import java.util.SplittableRandom;
import vail.block.BlockSize;
import vail.code.BookSet;
import vail.testing.BlockTools;

/** What happens to blocks on their way. */
final class Damage {
  private Damage() {}

  /** The block, or one time in three what is left of it; often with a check that is right again. */
  static byte[] some(SplittableRandom random, BookSet books, byte[] block) {
    byte[] other = block.clone();
    switch (random.nextInt(18)) {
      case 0, 1 -> other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
      case 2 -> other = Arrays.copyOf(other, random.nextInt(other.length));
      case 3 -> other = Arrays.copyOf(other, other.length + 1 + random.nextInt(30));
      case 4 -> other[random.nextInt(Math.min(12, other.length))] = (byte) random.nextInt(256);
      case 5, 6 -> {
        other = longer(block, 1 + random.nextInt(3));
        BlockTools.repairCheck(books, other);
        return other;
      }
      default -> {
        return other;
      }
    }
    if (other.length >= BlockSize.FRAME && random.nextBoolean() && knows(books, other)) {
      BlockTools.repairCheck(books, other);
    }
    // another layout is legal, but not this hardware's
    boolean coded = other.length > 2 && other[0] != 0 && other[0] != -1;
    return coded && (other[2] & 31) != 4 ? block : other;
  }

  /** With more payload, and a size that says so. */
  private static byte[] longer(byte[] block, int by) {
    boolean streamed = (block[2] & 32) != 0;
    int end = block.length - (streamed ? BlockSize.TAIL : 0);
    byte[] other = Arrays.copyOf(block, block.length + by);
    System.arraycopy(block, end, other, end + by, block.length - end);
    int size = other.length - BlockSize.FRAME - 1;
    int tail = streamed ? end + by : BlockSize.HEAD;
    other[tail] = (byte) size;
    other[tail + 1] = (byte) (size >> 8);
    return other;
  }

  private static boolean knows(BookSet books, byte[] block) {
    return block[0] == 0 || block[0] == -1 || books.holds(block[0] & 0xff, block[1] & 0xff);
  }
}
