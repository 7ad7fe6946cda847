package vail.vector;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** What can only be checked when all symbols are there (B-11, B-12). */
final class DecodeChecks {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_512;

  private DecodeChecks() {}

  /** Whether any of 64 lanes has an unread bit that is not zero. */
  static boolean holdBits(DecodeLanes lanes, int at) {
    ShortVector low = ByteVector.fromArray(BYTES, lanes.now, at).reinterpretAsShorts();
    ShortVector high = ByteVector.fromArray(BYTES, lanes.next, at).reinterpretAsShorts();
    // Up to 16 bits are used, and a shift by 16 would be one by 0.
    ShortVector shift =
        ByteVector.fromArray(BYTES, lanes.used, at).sub((byte) 1).reinterpretAsShorts();
    ShortVector even = low.and((short) 255).or(high.lanewise(LSHL, 8)).lanewise(LSHR, shift);
    ShortVector odd = low.lanewise(LSHR, 8).or(high.and((short) 0xff00));
    odd = odd.lanewise(LSHR, shift.lanewise(LSHR, 8));
    return even.lanewise(LSHR, 1).or(odd.lanewise(LSHR, 1)).compare(NE, (short) 0).anyTrue();
  }

  /**
   * Whether any literal has a code of its own.
   *
   * @param coded for each symbol, negative if it has
   * @param literals from {@code first} to {@code stop}, and then symbols without a code for as far
   *     as 64 bytes
   */
  static boolean anyCoded(byte[] coded, byte[] literals, int first, int stop) {
    ByteVector coded0 = ByteVector.fromArray(BYTES, coded, 0);
    ByteVector coded1 = ByteVector.fromArray(BYTES, coded, 64);
    ByteVector coded2 = ByteVector.fromArray(BYTES, coded, 128);
    ByteVector coded3 = ByteVector.fromArray(BYTES, coded, 192);
    ByteVector any = ByteVector.zero(BYTES);
    for (int i = first; i < stop; i += 64) {
      ByteVector literal = ByteVector.fromArray(BYTES, literals, i);
      VectorMask<Byte> upper = literal.compare(LT, (byte) 0);
      any =
          any.or(
              literal.selectFrom(coded0, coded1).blend(literal.selectFrom(coded2, coded3), upper));
    }
    return any.compare(LT, (byte) 0).anyTrue();
  }
}
