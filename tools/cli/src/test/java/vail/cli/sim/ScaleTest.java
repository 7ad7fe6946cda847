package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void tellsATimeInTheUnitThatSuitsIt() {
    assertEquals("0.000 µs", Scale.alone(0));
    assertEquals("14.225 µs", Scale.alone(14_225_000));
    assertEquals("5369.7 µs", Scale.alone(5_369_700_000L));
    assertEquals("341.390 ms", Scale.alone(341_390_000_000L));
    assertEquals("1835.0 s", Scale.alone(1_835_008_000_000_000L));
  }

  @Test
  void tellsBothTimesOfASentenceInTheUnitOfTheLarger() {
    assertEquals(
        "5.370 ms without, 341.390 ms with",
        Scale.both("%s without, %s with", 5_369_700_000L, 341_390_000_000L));
    assertEquals("1176.4 µs, 936.8 µs", Scale.both("%s, %s", 1_176_405_000, 936_823_000));
    assertEquals("2.000 s -> 0.00000142 s", Scale.both("%s -> %s", 2_000_000_000_000L, 1_422_500));
  }
}
