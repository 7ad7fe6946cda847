package vail.vector;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** The loops that turn words and literals into full rounds of 64 lanes (B-10, B-11). */
final class DecodeRounds {
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_512;
  private static final int SYMBOLS = WideDecodeTable.SYMBOLS;
  private static final int PLACEHOLDER = WideDecodeTable.PLACEHOLDER;

  private DecodeRounds() {}

  /**
   * Rounds of four decoders in turn; {@link DecodeLanes#advance} has yet to say so.
   *
   * <p>Hot kernel: one step is written out, and four sets of lanes take turns in it, because four
   * steps would be too much for the compiler to inline.
   */
  static void together(DecodeLanes lanes, byte[] in, byte[] symbols, int rounds) {
    ByteVector now0 = ByteVector.fromArray(BYTES, lanes.now, 0);
    ByteVector now1 = ByteVector.fromArray(BYTES, lanes.now, 64);
    ByteVector now2 = ByteVector.fromArray(BYTES, lanes.now, 128);
    ByteVector now3 = ByteVector.fromArray(BYTES, lanes.now, 192);
    ByteVector next0 = ByteVector.fromArray(BYTES, lanes.next, 0);
    ByteVector next1 = ByteVector.fromArray(BYTES, lanes.next, 64);
    ByteVector next2 = ByteVector.fromArray(BYTES, lanes.next, 128);
    ByteVector next3 = ByteVector.fromArray(BYTES, lanes.next, 192);
    ByteVector used0 = ByteVector.fromArray(BYTES, lanes.used, 0);
    ByteVector used1 = ByteVector.fromArray(BYTES, lanes.used, 64);
    ByteVector used2 = ByteVector.fromArray(BYTES, lanes.used, 128);
    ByteVector used3 = ByteVector.fromArray(BYTES, lanes.used, 192);
    byte[] tables = lanes.tables;
    for (int turn = 0; turn < 4 * rounds; turn++) {
      int k = turn & 3;
      int table = k * WideDecodeTable.SIZE;
      int at = lanes.at[k];
      VectorMask<Byte> due = used0.compare(GT, (byte) 8);
      ByteVector now = now0.blend(next0, due);
      ByteVector next = next0.blend(ByteVector.fromArray(BYTES, in, at).expand(due), due);
      at += due.trueCount();
      ByteVector used = used0.sub((byte) 8, due);
      ShortVector low = now.reinterpretAsShorts();
      ShortVector high = next.reinterpretAsShorts();
      ShortVector shift = used.reinterpretAsShorts();
      ShortVector even = low.and((short) 255).or(high.lanewise(LSHL, 8)).lanewise(LSHR, shift);
      ShortVector odd = low.lanewise(LSHR, 8).or(high.and((short) 0xff00));
      odd = odd.lanewise(LSHR, shift.lanewise(LSHR, 8));
      ByteVector window = even.and((short) 255).or(odd.lanewise(LSHL, 8)).reinterpretAsBytes();
      used =
          used.add(
              window.selectFrom(
                  ByteVector.fromArray(BYTES, tables, table),
                  ByteVector.fromArray(BYTES, tables, table + 64)));
      ByteVector symbol =
          window
              .selectFrom(
                  ByteVector.fromArray(BYTES, tables, table + SYMBOLS),
                  ByteVector.fromArray(BYTES, tables, table + SYMBOLS + 64))
              .blend(
                  window.selectFrom(
                      ByteVector.fromArray(BYTES, tables, table + SYMBOLS + 128),
                      ByteVector.fromArray(BYTES, tables, table + SYMBOLS + 192)),
                  window.compare(LT, (byte) 0));
      VectorMask<Byte> escaped =
          symbol.compare(EQ, ByteVector.fromArray(BYTES, tables, table + PLACEHOLDER));
      if (escaped.anyTrue()) {
        ByteVector literals = ByteVector.fromArray(BYTES, in, at);
        literals.intoArray(lanes.literals, lanes.literalTo[k]);
        symbol = symbol.blend(literals.expand(escaped), escaped);
        at += escaped.trueCount();
        lanes.literalTo[k] += escaped.trueCount();
      }
      symbol.intoArray(symbols, lanes.to[k] + 16 * (turn - k));
      lanes.at[k] = at;
      now0 = now1;
      now1 = now2;
      now2 = now3;
      now3 = now;
      next0 = next1;
      next1 = next2;
      next2 = next3;
      next3 = next;
      used0 = used1;
      used1 = used2;
      used2 = used3;
      used3 = used;
    }
    now0.intoArray(lanes.now, 0);
    now1.intoArray(lanes.now, 64);
    now2.intoArray(lanes.now, 128);
    now3.intoArray(lanes.now, 192);
    next0.intoArray(lanes.next, 0);
    next1.intoArray(lanes.next, 64);
    next2.intoArray(lanes.next, 128);
    next3.intoArray(lanes.next, 192);
    used0.intoArray(lanes.used, 0);
    used1.intoArray(lanes.used, 64);
    used2.intoArray(lanes.used, 128);
    used3.intoArray(lanes.used, 192);
  }

  /**
   * Rounds of one decoder.
   *
   * <p>Hot kernel: the look-ups are written out, as in {@link EncodeRounds}.
   */
  static void alone(DecodeLanes lanes, int k, byte[] in, byte[] symbols, int rounds) {
    int table = k * WideDecodeTable.SIZE;
    ByteVector lengths0 = ByteVector.fromArray(BYTES, lanes.tables, table);
    ByteVector lengths1 = ByteVector.fromArray(BYTES, lanes.tables, table + 64);
    ByteVector symbols0 = ByteVector.fromArray(BYTES, lanes.tables, table + SYMBOLS);
    ByteVector symbols1 = ByteVector.fromArray(BYTES, lanes.tables, table + SYMBOLS + 64);
    ByteVector symbols2 = ByteVector.fromArray(BYTES, lanes.tables, table + SYMBOLS + 128);
    ByteVector symbols3 = ByteVector.fromArray(BYTES, lanes.tables, table + SYMBOLS + 192);
    ByteVector placeholder = ByteVector.fromArray(BYTES, lanes.tables, table + PLACEHOLDER);
    ByteVector now = ByteVector.fromArray(BYTES, lanes.now, 64 * k);
    ByteVector next = ByteVector.fromArray(BYTES, lanes.next, 64 * k);
    ByteVector used = ByteVector.fromArray(BYTES, lanes.used, 64 * k);
    int at = lanes.at[k];
    int literalTo = lanes.literalTo[k];
    int stop = lanes.to[k] + 64 * rounds;
    for (int to = lanes.to[k]; to < stop; to += 64) {
      VectorMask<Byte> due = used.compare(GT, (byte) 8);
      now = now.blend(next, due);
      next = next.blend(ByteVector.fromArray(BYTES, in, at).expand(due), due);
      at += due.trueCount();
      used = used.sub((byte) 8, due);
      ShortVector low = now.reinterpretAsShorts();
      ShortVector high = next.reinterpretAsShorts();
      ShortVector shift = used.reinterpretAsShorts();
      ShortVector even = low.and((short) 255).or(high.lanewise(LSHL, 8)).lanewise(LSHR, shift);
      ShortVector odd = low.lanewise(LSHR, 8).or(high.and((short) 0xff00));
      odd = odd.lanewise(LSHR, shift.lanewise(LSHR, 8));
      ByteVector window = even.and((short) 255).or(odd.lanewise(LSHL, 8)).reinterpretAsBytes();
      used = used.add(window.selectFrom(lengths0, lengths1));
      ByteVector symbol =
          window
              .selectFrom(symbols0, symbols1)
              .blend(window.selectFrom(symbols2, symbols3), window.compare(LT, (byte) 0));
      VectorMask<Byte> escaped = symbol.compare(EQ, placeholder);
      if (escaped.anyTrue()) {
        ByteVector literals = ByteVector.fromArray(BYTES, in, at);
        literals.intoArray(lanes.literals, literalTo);
        symbol = symbol.blend(literals.expand(escaped), escaped);
        at += escaped.trueCount();
        literalTo += escaped.trueCount();
      }
      symbol.intoArray(symbols, to);
    }
    now.intoArray(lanes.now, 64 * k);
    next.intoArray(lanes.next, 64 * k);
    used.intoArray(lanes.used, 64 * k);
    lanes.at[k] = at;
    lanes.literalTo[k] = literalTo;
    lanes.to[k] = stop;
  }
}
