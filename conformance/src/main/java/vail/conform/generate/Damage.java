package vail.conform.generate;

import java.util.Arrays;
import vail.conform.vector.Data;
import vail.conform.vector.Kind;
import vail.conform.vector.Request;
import vail.conform.vector.Text;
import vail.conform.vector.Vector;

/** A block with one bit flipped, for every bit; then its beginnings, for every length. */
final class Damage implements Family {
  private final String name;
  private final Base base;
  private final byte[] block;

  /** Damages of a base, under ids that start with a name. */
  Damage(String name, Base base) {
    this.name = name;
    this.base = base;
    this.block = base.block();
  }

  @Override
  public int size() {
    return 9 * block.length;
  }

  @Override
  public Vector vector(int index) {
    int bits = 8 * block.length;
    return index < bits ? flipped(index) : cut(index - bits);
  }

  private Vector flipped(int bit) {
    byte[] damaged = block.clone();
    damaged[bit / 8] ^= (byte) (1 << bit % 8);
    return vector("flip", bit, Text.of("bit %d flipped", bit), damaged);
  }

  private Vector cut(int length) {
    String title = Text.of("the first %d of %d bytes", length, block.length);
    return vector("cut", length, title, Arrays.copyOf(block, length));
  }

  private Vector vector(String how, int number, String title, byte[] damaged) {
    return base.draft(Text.of("dec.%s.%s.%05d", how, name, number), title + ": " + base)
        .cites("B-16 B-21 B-22")
        .hunts("Checksum Truncation Release")
        .ask(Kind.DECODE_NEGATIVE, new Request.Decode(Data.of(damaged)));
  }
}
