package vail.sim.event;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AmountTest {
  @Test
  void countsMorePartsThanANumberHolds() {
    Amount amount = new Amount(1L << 20);
    for (int i = 0; i < 64; i++) {
      amount.add(1L << 60);
    }

    assertEquals(64L << 40, amount.bytes());
  }

  @Test
  void countsAStartedByteWhole() {
    Amount amount = new Amount(3);
    amount.add(7);

    assertEquals(3, amount.bytes());
  }

  @Test
  void addsAnotherSoManyTimes() {
    Amount one = new Amount(3);
    one.add(7);
    Amount sum = new Amount(3);
    sum.add(one, 4);

    assertEquals(10, sum.bytes());
  }
}
