package vail.sim.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class EqualSharesTest {
  @Test
  void cutsBytesWherePiecesDoNotDivideThem() {
    EqualShares shares = EqualShares.of(64 << 20, 9216, 8);

    assertTrue(shares.areEqual());
    assertEquals(9, shares.partsOfByte());
    assertEquals((64 << 20) / 9216.0 / 8, (double) shares.parts(5, 1, 3) / 9);
    assertEquals(9 * (64L << 20), 8 * shares.parts(0, 9216, 0));
    assertEquals(911, shares.bytes(0, 1, 0));
  }

  @Test
  void cutsNoBytesWherePiecesDivideThem() {
    assertEquals(new EqualShares(7, 1, 4), EqualShares.of(7 * 8 * 4, 8, 4));
    assertEquals(new EqualShares(0, 1, 4), EqualShares.of(0, 8, 4));
  }

  @Test
  void roundsPiecesUpWherePartsWouldBeTooMany() {
    assertEquals(new EqualShares((1L << 45) / 3 + 1, 1, 1), EqualShares.of(1L << 45, 3, 1));
  }

  @Test
  void rejectsWhatIsNoSize() {
    assertThrows(IllegalArgumentException.class, () -> new EqualShares(-1, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> new EqualShares(1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new EqualShares(1, 1, 0));
  }
}
