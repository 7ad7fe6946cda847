package vail.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.VailFormatException;
import vail.testing.RandomBooks;

/** C-07 to C-09. */
class CodebookBytesTest {
  private static byte[] tiny() {
    int[] lengths = new int[CodeLengths.COUNT];
    lengths[0] = 1;
    lengths[1] = 2;
    lengths[CodeLengths.ESC] = 2;
    return Codebook.of(BookClass.LONG, 0x81, lengths).toBytes();
  }

  private static void assertFault(Fault fault, long offset, byte[] bytes) {
    VailFormatException thrown =
        assertThrows(
            VailFormatException.class, () -> CodebookBytes.read(MemorySegment.ofArray(bytes)));
    assertEquals(fault, thrown.fault());
    assertEquals(offset, thrown.offset());
  }

  private static byte[] with(int at, int value) {
    byte[] bytes = tiny();
    bytes[at] = (byte) value;
    return bytes;
  }

  @Test
  void haveTheirFieldsWhereTheSpecificationSays() {
    byte[] bytes = tiny();
    assertEquals("56424b3101812100", HexFormat.of().formatHex(bytes, 0, 8));
    assertEquals(135, bytes.length);
    assertEquals(2, bytes[134]);
  }

  @Test
  void readBackAsTheSameBook() {
    SplittableRandom random = new SplittableRandom(7);
    for (int i = 0; i < 100; i++) {
      Codebook book = RandomBooks.any(random, i % 2 == 0 ? BookClass.SHORT : BookClass.LONG);
      assertEquals(book, CodebookBytes.read(MemorySegment.ofArray(book.toBytes())));
    }
  }

  @Test
  void areCheckedFromSizeToEscape() {
    assertFault(Fault.TRUNCATED, 134, Arrays.copyOf(tiny(), 134));
    assertFault(Fault.TRAILING_DATA, 135, Arrays.copyOf(tiny(), 136));
    assertFault(Fault.BAD_MAGIC, 0, with(3, '2'));
    assertFault(Fault.RESERVED_NONZERO, 4, with(4, 3));
    assertFault(Fault.RESERVED_NONZERO, 134, with(134, 0x12));
    assertFault(Fault.CODEBOOK_OVERSUBSCRIBED, 6, with(6, 0x11));
    assertFault(Fault.CODEBOOK_INCOMPLETE, 6, with(6, 0x31));
    byte[] withoutEscape = with(134, 0);
    withoutEscape[7] = 2;
    assertFault(Fault.CODEBOOK_SHAPE, 134, withoutEscape);
    byte[] tooLong = with(4, 0);
    tooLong[70] = (byte) 0x90;
    assertFault(Fault.CODEBOOK_LENGTH_RANGE, 70, tooLong);
  }

  @Test
  void nameTheEarlierOfTwoFaults() {
    byte[] bytes = new byte[135];
    Arrays.fill(bytes, (byte) 0xff);
    assertFault(Fault.TRUNCATED, 10, Arrays.copyOf(bytes, 10));
    assertFault(Fault.BAD_MAGIC, 0, bytes);
    System.arraycopy(tiny(), 0, bytes, 0, 4);
    assertFault(Fault.RESERVED_NONZERO, 4, bytes);
    bytes[4] = 0;
    assertFault(Fault.RESERVED_NONZERO, 134, bytes);
    bytes[134] = 15;
    assertFault(Fault.CODEBOOK_LENGTH_RANGE, 6, bytes);
  }
}
