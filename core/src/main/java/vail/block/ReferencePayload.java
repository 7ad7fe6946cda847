package vail.block;

import java.util.Arrays;
import vail.code.BiasTransform;
import vail.code.CodeLengths;
import vail.code.Codebook;
import vail.fault.Fault;
import vail.fault.VailFormatException;

/**
 * The payload, written to be read beside the specification (B-08 to B-14). Slow on purpose: every
 * faster kernel is tested to be equal to this one, and asks it to name a fault.
 */
public final class ReferencePayload implements PayloadCoder {
  @Override
  public int encode(
      Codebook book, int bias, Layout layout, byte[] symbols, int count, byte[] out, int at) {
    Rounds rounds = new Rounds(layout, book.bookClass(), count);
    LaneBits[] lanes = codeLanes(book, bias, rounds, symbols);
    int[] unread = new int[layout.lanes()];
    int end = at;
    for (int round = 0; round < rounds.count(); round++) {
      for (int lane = 0; lane < layout.lanes(); lane++) {
        if (rounds.symbolsOf(lane, round) > 0 && unread[lane] < layout.wordBits()) {
          end = lanes[lane].copyWord(layout.wordBits(), out, end);
          unread[lane] += layout.wordBits();
        }
        for (int step = 0; step < rounds.symbolsOf(lane, round); step++) {
          unread[lane] -= codeLength(book, t(symbols, rounds.symbol(round, lane, step), bias));
        }
      }
      for (int i = rounds.first(round); i < rounds.end(round); i++) {
        if (!book.hasCode(t(symbols, i, bias))) {
          out[end++] = symbols[i];
        }
      }
    }
    return end - at;
  }

  /** What each lane has to say: its codes in order, an escape where a symbol has none. */
  private static LaneBits[] codeLanes(Codebook book, int bias, Rounds rounds, byte[] symbols) {
    LaneBits[] lanes = new LaneBits[rounds.lanes()];
    Arrays.setAll(lanes, lane -> new LaneBits());
    for (int round = 0; round < rounds.count(); round++) {
      for (int lane = 0; lane < rounds.lanes(); lane++) {
        for (int step = 0; step < rounds.symbolsOf(lane, round); step++) {
          int t = t(symbols, rounds.symbol(round, lane, step), bias);
          int coded = book.hasCode(t) ? t : CodeLengths.ESC;
          lanes[lane].append(book.code(coded), book.length(coded));
        }
      }
    }
    return lanes;
  }

  private static int codeLength(Codebook book, int t) {
    return book.length(book.hasCode(t) ? t : CodeLengths.ESC);
  }

  private static int t(byte[] symbols, int i, int bias) {
    return BiasTransform.apply(symbols[i] & 0xff, bias);
  }

  @Override
  public void decode(
      Codebook book,
      int bias,
      Layout layout,
      byte[] in,
      int at,
      int bytes,
      byte[] symbols,
      int count) {
    Rounds rounds = new Rounds(layout, book.bookClass(), count);
    PayloadReader stream = new PayloadReader(in, at, bytes);
    CodeTable codes = new CodeTable(book);
    long[] window = new long[layout.lanes()];
    int[] unread = new int[layout.lanes()];
    for (int round = 0; round < rounds.count(); round++) {
      for (int lane = 0; lane < layout.lanes(); lane++) {
        if (rounds.symbolsOf(lane, round) > 0 && unread[lane] < layout.wordBits()) {
          window[lane] |= stream.word(layout.wordBits()) << unread[lane];
          unread[lane] += layout.wordBits();
        }
      }
      boolean[] escaped = new boolean[rounds.end(round) - rounds.first(round)];
      for (int lane = 0; lane < layout.lanes(); lane++) {
        for (int step = 0; step < rounds.symbolsOf(lane, round); step++) {
          int i = rounds.symbol(round, lane, step);
          int coded = codes.symbol(window[lane]);
          escaped[i - rounds.first(round)] = coded == CodeLengths.ESC;
          symbols[i] = (byte) BiasTransform.invert(coded & 0xff, bias);
          window[lane] >>>= book.length(coded);
          unread[lane] -= book.length(coded);
        }
      }
      for (int i = rounds.first(round); i < rounds.end(round); i++) {
        if (escaped[i - rounds.first(round)]) {
          symbols[i] = literal(book, bias, stream);
        }
      }
    }
    checkEnd(stream, window);
  }

  private static byte literal(Codebook book, int bias, PayloadReader stream) {
    int symbol = (int) stream.word(8);
    if (book.hasCode(BiasTransform.apply(symbol, bias))) {
      throw new VailFormatException(
          Fault.INVALID_CODEWORD,
          stream.position() - 1,
          "the literal " + symbol + " has a code of its own");
    }
    return (byte) symbol;
  }

  private static void checkEnd(PayloadReader stream, long[] window) {
    if (stream.remaining() > 0) {
      throw new VailFormatException(
          Fault.SYMBOL_COUNT_MISMATCH,
          stream.position(),
          stream.remaining() + " payload bytes are left after the last symbol");
    }
    for (int lane = 0; lane < window.length; lane++) {
      if (window[lane] != 0) {
        throw new VailFormatException(
            Fault.PADDING_NONZERO,
            stream.position(),
            "lane " + lane + " ends with unread bits that are not zero");
      }
    }
  }
}
