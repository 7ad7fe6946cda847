package vail.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vail.bench.codec.Label;
import vail.bench.codec.Peers;

class RowsTest {
  private static final Race RACE =
      new Race("plane", Programme.CACHED, 1, Race.Time.PROCESSOR, Race.Yardstick.HUFF0);
  private static final Outcome OURS =
      new Outcome(
          new Label("java-scalar", "", "portable"), 0.3, new double[] {4, 6}, new double[] {2, 4});

  private static Outcome yardstick(String level, double encode, double decode) {
    return new Outcome(
        Label.peer(Peers.YARDSTICK, level),
        0.4,
        new double[] {encode, encode},
        new double[] {decode, decode});
  }

  @Test
  void dividesByTheBetterOfTheYardsticksDecoders() {
    Row row = Rows.of(RACE, List.of(OURS, yardstick("x1", 2, 1), yardstick("x2", 2, 4))).getFirst();

    assertEquals(Optional.of(new Spread(2.5, 2, 3)), row.encodeVs());
    assertEquals(Optional.of(new Spread(0.75, 0.5, 1)), row.decodeVs());
    assertEquals(new Spread(5, 4, 6), row.encode());
    assertEquals(2, row.runs());
  }

  @Test
  void leavesRatiosOutWhereTheYardstickIsAbsent() {
    Row row = Rows.of(RACE, List.of(OURS)).getFirst();

    assertEquals(Optional.empty(), row.encodeVs());
    assertEquals(Optional.empty(), row.decodeVs());
  }

  @Test
  void comparesADeviceWithThePortableKernelsOfItsLayout() {
    Race race = new Race("plane", Programme.CACHED, 2, Race.Time.WALL, Race.Yardstick.PORTABLE);
    Outcome wide = portable("wide", 8);
    Outcome same = portable("portable", 2);

    Row row = Rows.of(race, List.of(OURS, wide, same)).getFirst();

    assertEquals(Optional.of(new Spread(2.5, 2, 3)), row.encodeVs());
  }

  private static Outcome portable(String layout, double rate) {
    double[] rates = {rate, rate};
    return new Outcome(new Label("native-simd", "portable", layout), 0.4, rates, rates);
  }
}
