package vail.vector;

import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Sums over groups of 64 symbols, in 32 numbers of 16 bits, even and odd symbols together. */
final class CounterRounds {
  /** Symbols that {@link #add} can take: 128 times two bytes of 255 fit into 16 bits. */
  static final int MOST = 64 * 128;

  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_512;

  private CounterRounds() {}

  /** Adds symbols up and returns how many are not zero. */
  static int add(byte[] symbols, int first, int stop, short[] sums) {
    ShortVector sum = ShortVector.zero(ShortVector.SPECIES_512);
    int nonZero = 0;
    for (int i = first; i < stop; i += 64) {
      ByteVector symbol = ByteVector.fromArray(BYTES, symbols, i);
      nonZero += symbol.compare(NE, (byte) 0).trueCount();
      ShortVector pairs = symbol.reinterpretAsShorts();
      sum = sum.add(pairs.and((short) 255)).add(pairs.lanewise(LSHR, 8));
    }
    sum.intoArray(sums, 0);
    return nonZero;
  }

  /**
   * Adds up what the symbols of every group at a multiple of {@code step} cost: 1,024 groups of
   * twice 23 bits fit into 16 bits.
   */
  static void cost(byte[] costs, byte[] symbols, int stop, int step, short[] sums) {
    ByteVector costs0 = ByteVector.fromArray(BYTES, costs, 0);
    ByteVector costs1 = ByteVector.fromArray(BYTES, costs, 64);
    ByteVector costs2 = ByteVector.fromArray(BYTES, costs, 128);
    ByteVector costs3 = ByteVector.fromArray(BYTES, costs, 192);
    ShortVector sum = ShortVector.zero(ShortVector.SPECIES_512);
    for (int i = 0; i < stop; i += step) {
      ByteVector symbol = ByteVector.fromArray(BYTES, symbols, i);
      VectorMask<Byte> upper = symbol.compare(LT, (byte) 0);
      ShortVector pairs =
          symbol
              .selectFrom(costs0, costs1)
              .blend(symbol.selectFrom(costs2, costs3), upper)
              .reinterpretAsShorts();
      sum = sum.add(pairs.and((short) 255)).add(pairs.lanewise(LSHR, 8));
    }
    sum.intoArray(sums, 0);
  }
}
