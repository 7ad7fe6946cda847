package vail.conform.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import vail.code.BookClass;
import vail.code.BookId;
import vail.code.BookSet;
import vail.code.CodeLengths;
import vail.code.Codebook;

/** On the block that bitstream.md takes apart. */
class BlockDifferenceTest {
  private static final byte[] SYMBOLS = hex("070706000807 0a060700060600 07");
  private static final byte[] BLOCK = hex("0700 61060d00 7de9ef1e060a06000006060a007f4bfc8d");

  @Test
  void namesTheLaneAndLaysTheCodesSideBySide() {
    byte[] wrong = BLOCK.clone();
    wrong[8] ^= 0x10;

    assertEquals(
        List.of(
            "byte 8: bits 8 to 15 of lane 0 (B-10)",
            "right  … 0d 00 7d e9 [ef] 1e 06 0a 06 00 00 06 06 0a 00 7f …",
            "came   … 0d 00 7d e9 [ff] 1e 06 0a 06 00 00 06 06 0a 00 7f …",
            "lane 0, code by code, first bit first:",
            "symbol #0 #2 ESC #4  #6 ESC #8 #10 ESC #12",
            "right  10 111    110 111    10 111     0",
            "came   10 111    110 111    11 111     0"),
        BlockDifference.lines(books(), SYMBOLS, BLOCK, wrong));
  }

  @Test
  void namesALiteralAndAField() {
    byte[] literal = BLOCK.clone();
    literal[10]++;
    byte[] bias = BLOCK.clone();
    bias[3]++;

    assertEquals(
        "byte 10: the literal of symbol 2 (B-11)",
        BlockDifference.lines(books(), SYMBOLS, BLOCK, literal).getFirst());
    assertEquals(
        "byte 3: bias (B-15)", BlockDifference.lines(books(), SYMBOLS, BLOCK, bias).getFirst());
  }

  @Test
  void namesTheCodeOfASymbol() {
    byte[] wrong = SYMBOLS.clone();
    wrong[4] = 9;

    assertEquals(
        "round 2, lane 0, bits from 5 of the lane: 110 (B-09, B-10)",
        SymbolDifference.lines(books(), BLOCK, SYMBOLS, wrong).getLast());
  }

  @Test
  void namesTheLengthsOfABook() {
    int[] lengths = new int[CodeLengths.COUNT];
    lengths[0] = 1;
    lengths[CodeLengths.ESC] = 1;
    byte[] other = Codebook.of(BookClass.SHORT, 1, lengths).toBytes();

    assertEquals(
        List.of(
            "symbol 1 has 0 bits instead of 2",
            "symbol 2 has 0 bits instead of 3",
            "ESC has 1 bits instead of 3"),
        BookDifference.lines(steps().toBytes(), other));
  }

  private static BookSet books() {
    return BookSet.empty().with(new BookId(7, 0), steps());
  }

  private static Codebook steps() {
    int[] lengths = new int[CodeLengths.COUNT];
    lengths[0] = 1;
    lengths[1] = 2;
    lengths[2] = 3;
    lengths[CodeLengths.ESC] = 3;
    return Codebook.of(BookClass.SHORT, 1, lengths);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }
}
