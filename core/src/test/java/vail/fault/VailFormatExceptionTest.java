package vail.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VailFormatExceptionTest {
  private final VailFormatException trouble =
      new VailFormatException(Fault.CHECKSUM, 7, "the block's check differs");

  @Test
  void movesWithWhatHoldsItsInput() {
    VailFormatException moved = trouble.within(100);

    assertEquals(107, moved.offset());
    assertEquals("fault 19 CHECKSUM at byte 107: the block's check differs", moved.getMessage());
  }

  @Test
  void saysWhoMetIt() {
    VailFormatException met = trouble.metBy("die 3, decode");

    assertEquals(7, met.offset());
    assertEquals(Fault.CHECKSUM, met.fault());
    assertEquals(
        "fault 19 CHECKSUM at byte 7: die 3, decode: the block's check differs", met.getMessage());
  }
}
