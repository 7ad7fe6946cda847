package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import vail.cli.sim.page.BreakEvenMap;
import vail.sim.algo.Algorithms;
import vail.sim.model.Die;
import vail.sim.model.Service;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.net.Topology;
import vail.sim.plan.Collective;

class BreakEvenTest {
  private static final long LARGEST = 1L << 30;

  @Test
  void findsTheSpeedWhereTheClosedFormTurns() {
    BreakEvenMap map = BreakEven.of(setup(200e9), LARGEST, 1).orElseThrow();
    int turns = 0;
    for (int size = 0; size < map.sizes().size(); size++) {
      OptionalDouble speed = map.breakEvens().get(size);
      if (speed.isPresent()) {
        turns++;
        long bytes = map.sizes().get(size);
        assertTrue(gain(bytes, speed.getAsDouble() * 0.99) <= 1, bytes + " below " + speed);
        assertTrue(gain(bytes, speed.getAsDouble() * 1.01) > 1, bytes + " above " + speed);
      }
    }
    assertTrue(turns >= 5, map.breakEvens().toString());
  }

  @Test
  void placesASpeedAmongTheRatesAsTheLineDoes() {
    BreakEvenMap map = BreakEven.of(setup(200e9), LARGEST, 1).orElseThrow();
    for (int size = 0; size < map.sizes().size(); size++) {
      OptionalDouble speed = map.breakEvens().get(size);
      if (speed.isPresent()) {
        double place = map.place(size).orElseThrow();
        assertEquals(speed.getAsDouble(), map.rates().getFirst() * Math.pow(2, place), 1e-6);
      }
    }
  }

  /** How many times faster than none the faster codec is with codecs of a speed. */
  private static double gain(long bytes, double gigabytes) {
    Measurer forms = Measurer.closed(setup(gigabytes * 1e9));
    long coded = Math.min(forms.time(Policy.SINGLE, bytes), forms.time(Policy.THREE, bytes));
    return (double) forms.time(Policy.NONE, bytes) / coded;
  }

  private static Setup setup(double bytesPerSecond) {
    Link link = Link.of(Rate.ofGigabytes(100), 1_000_000);
    Topology topology = Grids.parse("ring:8", link);
    Rate rate = Rate.ofBytesPerSecond(Math.round(bytesPerSecond / 1e6) * 1_000_000);
    Service codec = new Service(1, 20_000, rate);
    Die die =
        new Die(
            new Service(1, 0, rate),
            new Service(1, 1_000_000, Rate.UNBOUNDED),
            codec,
            codec,
            Service.FREE,
            Service.FREE);
    return new Setup(
        Collective.ALL_REDUCE,
        Algorithms.find("ring")
            .orElseThrow()
            .algorithm(Collective.ALL_REDUCE, Setup.layout(topology)),
        topology,
        Relay.STORE_AND_FORWARD,
        die,
        new Coding(new BigDecimal("0.787"), 256),
        2,
        16);
  }
}
