package vail.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops that turn full rounds of 64 lanes into words and literals, from the last round to the
 * first: so each lane mirrors what the decoder will do with it (B-14).
 *
 * <p>Look-ups stand written out, here and in the other kernels: a method that takes or returns
 * vectors is not inlined into a large one, and then every vector becomes an object. There are no
 * bytes from shorts and back either; even and odd lanes are halves of shorts.
 */
final class EncodeRounds {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_512;

  private EncodeRounds() {}

  /**
   * Finds how many bits each lane holds at its end, beyond 8, so that it holds 8 at its start.
   *
   * @param rounds at least one
   * @param held written for 64 lanes: less by the length of the last symbol, so that this symbol
   *     fills no word; modulo 8 what a lane holds that goes on behind these rounds
   */
  static void align(WideEncodeTable table, byte[] symbols, int rounds, byte[] held) {
    ByteVector lengths0 = ByteVector.fromArray(BYTES, table.lengths, 0);
    ByteVector lengths1 = ByteVector.fromArray(BYTES, table.lengths, 64);
    ByteVector lengths2 = ByteVector.fromArray(BYTES, table.lengths, 128);
    ByteVector lengths3 = ByteVector.fromArray(BYTES, table.lengths, 192);
    ByteVector total = ByteVector.zero(BYTES);
    ByteVector last = total;
    for (int i = 0; i < 64 * rounds; i += 64) {
      ByteVector symbol = ByteVector.fromArray(BYTES, symbols, i);
      VectorMask<Byte> upper = symbol.compare(LT, (byte) 0);
      last =
          symbol.selectFrom(lengths0, lengths1).blend(symbol.selectFrom(lengths2, lengths3), upper);
      total = total.add(last);
    }
    last = last.and((byte) 15);
    last.sub(total).and((byte) 7).sub(last).intoArray(held, 0);
  }

  /**
   * Writes what rounds become, backwards, down to the first byte of the payload.
   *
   * <p>Hot kernel: the look-ups of two tables of 256 bytes are written out.
   *
   * @param held what {@link #align} found, for 64 lanes
   * @param bits the bits each lane holds already, at most 8
   * @param out written below {@code end}
   * @return where the payload starts
   */
  static int write(
      WideEncodeTable table,
      byte[] symbols,
      int rounds,
      byte[] held,
      byte[] bits,
      byte[] out,
      int end) {
    ByteVector lengths0 = ByteVector.fromArray(BYTES, table.lengths, 0);
    ByteVector lengths1 = ByteVector.fromArray(BYTES, table.lengths, 64);
    ByteVector lengths2 = ByteVector.fromArray(BYTES, table.lengths, 128);
    ByteVector lengths3 = ByteVector.fromArray(BYTES, table.lengths, 192);
    ByteVector codes0 = ByteVector.fromArray(BYTES, table.codes, 0);
    ByteVector codes1 = ByteVector.fromArray(BYTES, table.codes, 64);
    ByteVector codes2 = ByteVector.fromArray(BYTES, table.codes, 128);
    ByteVector codes3 = ByteVector.fromArray(BYTES, table.codes, 192);
    ByteVector beyond = ByteVector.fromArray(BYTES, held, 0);
    ShortVector lanes = ByteVector.fromArray(BYTES, bits, 0).reinterpretAsShorts();
    ShortVector even = lanes.and((short) 255);
    ShortVector odd = lanes.lanewise(LSHR, 8);
    int at = end;
    for (int i = 64 * (rounds - 1); i >= 0; i -= 64) {
      ByteVector symbol = ByteVector.fromArray(BYTES, symbols, i);
      VectorMask<Byte> upper = symbol.compare(LT, (byte) 0);
      ByteVector length =
          symbol.selectFrom(lengths0, lengths1).blend(symbol.selectFrom(lengths2, lengths3), upper);
      ShortVector code =
          symbol
              .selectFrom(codes0, codes1)
              .blend(symbol.selectFrom(codes2, codes3), upper)
              .reinterpretAsShorts();
      VectorMask<Byte> escaped = length.compare(LT, (byte) 0);
      length = length.and((byte) 15);
      // The words that full lanes give to the round behind this one; then this round's literals.
      ShortVector shift = beyond.reinterpretAsShorts();
      ByteVector word =
          even.lanewise(LSHR, shift)
              .and((short) 255)
              .or(odd.lanewise(LSHR, shift.lanewise(LSHR, 8)).lanewise(LSHL, 8))
              .reinterpretAsBytes();
      beyond = beyond.add(length);
      VectorMask<Byte> full = beyond.compare(GT, (byte) 7);
      beyond = beyond.and((byte) 7);
      int words = full.trueCount();
      at -= words;
      word.compress(full)
          .intoArray(out, at, VectorMask.fromLong(BYTES, words == 64 ? -1L : (1L << words) - 1));
      if (escaped.anyTrue()) {
        int literals = escaped.trueCount();
        at -= literals;
        symbol
            .compress(escaped)
            .intoArray(
                out, at, VectorMask.fromLong(BYTES, literals == 64 ? -1L : (1L << literals) - 1));
      }
      ShortVector by = length.reinterpretAsShorts();
      even = even.lanewise(LSHL, by).or(code.and((short) 255));
      odd = odd.lanewise(LSHL, by.lanewise(LSHR, 8)).or(code.lanewise(LSHR, 8));
    }
    even.and((short) 255).or(odd.lanewise(LSHL, 8)).reinterpretAsBytes().intoArray(out, at - 64);
    return at - 64;
  }
}
