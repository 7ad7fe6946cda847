package vail.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import vail.fault.Fault;
import vail.fault.VailFormatException;

class BatchTest {
  private final Batch batch = new Batch(2);

  @Test
  void refusesMoreBlocksThanItHasRoomFor() {
    batch.add(0, 1, 0, 1);
    batch.add(1, 1, 1, 1);
    assertThrows(IllegalStateException.class, () -> batch.add(2, 1, 2, 1));
  }

  @Test
  void refusesNegativePlaces() {
    assertThrows(IllegalArgumentException.class, () -> batch.add(-1, 1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> batch.add(0, 1, 0, -1));
  }

  /** F-24. */
  @Test
  void countsABlockNobodyTouchedAsAnInternalFault() {
    batch.add(0, 1, 0, 1);
    assertEquals(Fault.INTERNAL, batch.fault(0));
  }

  @Test
  void throwsTheFaultOfABlockWhenItsBytesAreAskedFor() {
    batch.add(0, 1, 0, 1);
    batch.fail(0, Fault.CHECKSUM, 8);
    VailFormatException thrown = assertThrows(VailFormatException.class, () -> batch.bytes(0));
    assertEquals(Fault.CHECKSUM, thrown.fault());
    assertEquals(8, thrown.offset());
    assertFalse(batch.ok());
  }

  @Test
  void knowsNoFaultOfABlockThatWentWell() {
    batch.add(0, 1, 0, 1);
    batch.succeed(0, 13);
    assertTrue(batch.ok());
    assertThrows(IllegalStateException.class, () -> batch.fault(0));
  }
}
