package vail.bench.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import vail.bench.codec.Label;

/** Rates from a racer whose times are known. */
class EntrantTest {
  /** 100 ns a block to encode and 50 ns to decode. */
  private static final class Steady implements Racer {
    private int blocks = 8;
    private int encodeRepeats;
    private int decodeRepeats;

    @Override
    public int all() {
      return 8;
    }

    @Override
    public void take(int most) {
      blocks = most;
    }

    @Override
    public int blocks() {
      return blocks;
    }

    @Override
    public long bytes() {
      return 1000L * blocks;
    }

    @Override
    public void repeat(int encode, int decode) {
      encodeRepeats = encode;
      decodeRepeats = decode;
    }

    @Override
    public double check() {
      return 0.25;
    }

    @Override
    public Lap lap() {
      return new Lap(100.0 * blocks, 50.0 * blocks);
    }

    @Override
    public void close() {}
  }

  private final Steady racer = new Steady();

  private Outcome outcome(Pace pace) {
    Entrant entrant = new Entrant(Label.peer("steady", ""), racer);
    entrant.prepare(pace, new Deadline(() -> 0, 1));
    entrant.round();
    return entrant.outcome();
  }

  @Test
  void givesBytesANanosecondWhateverTheBlocksOfALap() {
    Outcome outcome = outcome(new Pace(1, 1, 1, 0, 0, 250));

    assertEquals(2, racer.blocks());
    assertEquals(0.25, outcome.size());
    assertArrayEquals(new double[] {10}, outcome.encode());
    assertArrayEquals(new double[] {20}, outcome.decode());
  }

  @Test
  void repeatsWhatIsShort() {
    outcome(new Pace(1, 1, 1, 0, 4000, 1_000_000));

    assertEquals(8, racer.blocks());
    assertEquals(5, racer.encodeRepeats);
    assertEquals(10, racer.decodeRepeats);
  }

  @Test
  void runsManyShortLapsARoundAndFewLongOnes() {
    assertEquals(33, outcome(new Pace(1, 1, 200, 0, 0, 1000)).encode().length);
    assertEquals(4, outcome(new Pace(1, 1, 4, 0, 0, 8000)).encode().length);
  }
}
