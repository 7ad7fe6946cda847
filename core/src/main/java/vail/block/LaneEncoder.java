package vail.block;

import java.util.Arrays;

/**
 * Writes payloads of every layout, forwards and in one pass (B-14).
 *
 * <p>A lane always knows the places of two words: the one that its next bit goes to and the one
 * after. It takes a further place in the round in which the decoder will take that word.
 */
final class LaneEncoder {
  private final long[] bits = new long[64];
  private final int[] held = new int[64];
  private final int[] slots = new int[64];
  private final int[] nextSlots = new int[64];

  /** As {@link PayloadCoder#encode}, for tables of a book. */
  int encode(EncodeTable table, Rounds rounds, int wordBits, byte[] symbols, byte[] out, int at) {
    start(rounds.lanes(), wordBits, at + PayloadCoder.MAX_PAYLOAD);
    int[] entries = table.entries();
    int wordBytes = wordBits / 8;
    int end = at;
    for (int round = 0; round < rounds.count(); round++) {
      int stop = rounds.end(round);
      int flags = 0;
      int lane = 0;
      for (int i = rounds.first(round); i < stop; lane++) {
        // Without a branch, because whether a word is full cannot be predicted.
        long waiting = bits[lane];
        putWord(out, slots[lane], waiting, wordBits);
        int full = wordBits - held[lane] >> 31;
        slots[lane] += nextSlots[lane] - slots[lane] & full;
        nextSlots[lane] += end - nextSlots[lane] & full;
        end += wordBytes & full;
        waiting >>>= wordBits & full;
        int count = held[lane] - (wordBits & full);
        for (int laneStop = Math.min(i + rounds.perLane(), stop); i < laneStop; i++) {
          int entry = entries[symbols[i] & 0xff];
          waiting |= (long) (entry >>> EncodeTable.CODE) << count;
          count += entry & EncodeTable.LENGTH;
          flags |= entry;
        }
        bits[lane] = waiting;
        held[lane] = count;
      }
      if ((flags & EncodeTable.ESCAPE) != 0) {
        end = putLiterals(entries, symbols, rounds.first(round), stop, out, end);
      }
    }
    flush(rounds.lanes(), wordBits, out);
    return end - at;
  }

  /**
   * Before the first round a lane acts as if two full words, both of no interest, were behind it.
   */
  private void start(int lanes, int wordBits, int nowhere) {
    Arrays.fill(bits, 0, lanes, 0);
    Arrays.fill(held, 0, lanes, 2 * wordBits);
    Arrays.fill(slots, 0, lanes, nowhere);
    Arrays.fill(nextSlots, 0, lanes, nowhere);
  }

  private static void putWord(byte[] out, int at, long word, int wordBits) {
    switch (wordBits) {
      case 8 -> out[at] = (byte) word;
      case 16 -> LittleEndian.put(out, at, (short) word);
      default -> LittleEndian.put(out, at, (int) word);
    }
  }

  private static int putLiterals(
      int[] entries, byte[] symbols, int from, int to, byte[] out, int at) {
    int end = at;
    for (int i = from; i < to; i++) {
      if ((entries[symbols[i] & 0xff] & EncodeTable.ESCAPE) != 0) {
        out[end++] = symbols[i];
      }
    }
    return end;
  }

  private void flush(int lanes, int wordBits, byte[] out) {
    for (int lane = 0; lane < lanes; lane++) {
      putWord(out, slots[lane], bits[lane], wordBits);
      putWord(out, nextSlots[lane], bits[lane] >>> wordBits, wordBits);
    }
  }
}
