package vail.sim.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RateTest {
  @Test
  void countsAStartedPicosecondWhole() {
    Rate rate = Rate.ofGigabytes(45);

    assertEquals(23, rate.time(1));
    assertEquals(45, rate.time(2));
    assertEquals(200, rate.time(9));
    assertEquals(new Rate(200, 9), rate);
  }

  @Test
  void staysExactWhereTheProductDoesNotFit() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    for (int i = 0; i < 1000; i++) {
      Rate rate = new Rate(random.nextLong(1, 1L << 30), random.nextLong(1 << 20, 1L << 30));
      long count = random.nextLong(1L << 50);
      BigInteger[] exact =
          BigInteger.valueOf(count)
              .multiply(BigInteger.valueOf(rate.picoseconds()))
              .divideAndRemainder(BigInteger.valueOf(rate.bytes()));

      assertEquals(exact[0].longValueExact() + exact[1].signum(), rate.time(count), "seed " + seed);
    }
  }

  @Test
  void dividesAByteIntoParts() {
    assertEquals(8, Rate.ofGigabytes(100).time(787, 1000));
    assertEquals(7870, Rate.ofGigabytes(100).time(787));
  }

  @Test
  void rejectsNoBytes() {
    assertThrows(IllegalArgumentException.class, () -> new Rate(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Rate(-1, 1));
  }
}
