package vail.bridge.board;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import vail.block.BlockSize;
import vail.block.ConstantBlocks;

/** Whether a block that a device encoded can be the one that was asked for: head, sizes, check. */
final class BlockJudge {
  private static final int RAW = 0;
  private static final int CONSTANT = 255;
  private static final int VERSION = 1 << 6;
  private static final int STREAMED = 1 << 5;
  private static final int LINK = 4;
  private static final int SEED_BYTES = 8;
  private static final int SIZE_BYTES = 2;

  private final Plan plan;
  private final CRC32C crc = new CRC32C();
  private final byte[] seed = new byte[SEED_BYTES];

  BlockJudge(Plan plan) {
    this.plan = plan;
  }

  boolean isSound(Slot slot, int job) {
    ByteBuffer in = slot.targetBytes();
    int at = slot.targetAt(job);
    int payload = slot.bytes(job) - BlockSize.FRAME;
    int symbols = slot.sourceBytes(job);
    in.clear();
    int tail = at + (plan.isStreamed() ? slot.bytes(job) - BlockSize.TAIL : BlockSize.HEAD);
    return payload >= 1
        && isHead(in, at, payload, symbols)
        && half(in, at + 4) == symbols - 1
        && half(in, tail) == payload - 1
        && in.getInt(tail + SIZE_BYTES) == Integer.reverseBytes(check(in, at, payload, tail));
  }

  /** B-15; finds the seed of the check by the way (B-16). */
  private boolean isHead(ByteBuffer in, int at, int payload, int symbols) {
    int slot = in.get(at) & 0xff;
    int modes = VERSION | (plan.isStreamed() ? STREAMED : 0);
    Arrays.fill(seed, (byte) 0);
    if (slot == RAW || slot == CONSTANT) {
      boolean isAllowed =
          slot == RAW
              ? payload == symbols
              : payload == 1 && symbols > 1 && plan.policy().constant() == ConstantBlocks.ON;
      return isAllowed && in.get(at + 1) == 0 && in.get(at + 2) == modes && in.get(at + 3) == 0;
    }
    return isCandidate(slot, in.get(at + 1) & 0xff)
        && in.get(at + 2) == (modes | LINK)
        && (plan.isStreamed() || payload < symbols);
  }

  private boolean isCandidate(int slot, int epoch) {
    for (int i = 0; i < plan.books().size(); i++) {
      Banks.Named named = plan.books().get(i);
      if (named.id().slot() == slot && named.id().epoch() == epoch) {
        named.book().copyDigest(seed, 0, SEED_BYTES);
        return true;
      }
    }
    return false;
  }

  private int check(ByteBuffer in, int at, int payload, int tail) {
    int payloadAt = at + (plan.isStreamed() ? BlockSize.HEAD : BlockSize.FRAME);
    crc.reset();
    crc.update(seed, 0, SEED_BYTES);
    sum(in, at, BlockSize.HEAD);
    sum(in, payloadAt, payload);
    sum(in, tail, SIZE_BYTES);
    in.clear();
    return (int) crc.getValue();
  }

  private void sum(ByteBuffer in, int at, int length) {
    in.limit(at + length).position(at);
    crc.update(in);
  }

  private static int half(ByteBuffer in, int at) {
    return in.get(at) & 0xff | (in.get(at + 1) & 0xff) << Byte.SIZE;
  }
}
