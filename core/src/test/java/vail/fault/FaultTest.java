package vail.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {
  /** The specification's names in the order of their numbers: F-01 to F-24. */
  private static final List<String> NAMES =
      List.of(
          "TRUNCATED",
          "BAD_MAGIC",
          "UNSUPPORTED_VERSION",
          "RESERVED_NONZERO",
          "BAD_FIELD",
          "SIZE_OVERFLOW",
          "LIMIT_EXCEEDED",
          "CODEBOOK_UNKNOWN",
          "CODEBOOK_MISMATCH",
          "CODEBOOK_OVERSUBSCRIBED",
          "CODEBOOK_INCOMPLETE",
          "CODEBOOK_LENGTH_RANGE",
          "CODEBOOK_SHAPE",
          "INVALID_CODEWORD",
          "SYMBOL_COUNT_MISMATCH",
          "LANE_LAYOUT",
          "PADDING_NONZERO",
          "TRAILING_DATA",
          "CHECKSUM",
          "OUTPUT_TOO_SMALL",
          "BAD_ARGUMENT",
          "UNSUPPORTED_FEATURE",
          "CANCELLED",
          "INTERNAL");

  @Test
  void bearsTheNumbersOfTheSpecification() {
    assertEquals(NAMES, Arrays.stream(Fault.values()).map(Fault::name).toList());
    for (Fault fault : Fault.values()) {
      assertEquals(NAMES.indexOf(fault.name()) + 1, fault.number());
      assertEquals(fault, Fault.of(fault.number()));
    }
  }

  @Test
  void knowsNoOtherNumbers() {
    for (int number : new int[] {Integer.MIN_VALUE, -1, 0, 25, Integer.MAX_VALUE}) {
      assertThrows(IllegalArgumentException.class, () -> Fault.of(number));
    }
  }

  /** F-25. */
  @Test
  void countsOffsetsFromTheStartOfWhatWasHandedOver() {
    VailFormatException inBlock = new VailFormatException(Fault.CHECKSUM, 8, "wrong");

    assertEquals(108, inBlock.within(100).offset());
    assertEquals("fault 19 CHECKSUM at byte 108: wrong", inBlock.within(100).getMessage());
  }
}
