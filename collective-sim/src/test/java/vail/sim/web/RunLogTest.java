package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import vail.sim.algo.Algorithms;
import vail.sim.algo.Layout;
import vail.sim.event.Job;
import vail.sim.live.BookEvent;
import vail.sim.live.Watch;
import vail.sim.model.Die;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Relay;
import vail.sim.plan.Codec;
import vail.sim.plan.Collective;
import vail.sim.plan.Hops;
import vail.sim.plan.Partition;
import vail.sim.plan.Schedule;

class RunLogTest {
  @Test
  void namesRunDieAndStep() {
    Lines lines = new Lines();
    Logger logger = Logger.getLogger("vail.run");
    logger.addHandler(lines);
    logger.setLevel(Level.FINE);
    logger.setUseParentHandlers(false);
    try {
      RunLog log = new RunLog(job(), Watch.NOBODY);
      log.ended(1, job().schedule().program(1).size() - 1, 7);
      log.ended(1, 0, 0);
      log.refreshed(new BookEvent(BookEvent.Kind.ALARM, 6, 0, "0.300 bits a symbol too many"));
    } finally {
      logger.removeHandler(lines);
      logger.setLevel(null);
      logger.setUseParentHandlers(true);
    }
    assertTrue(lines.get(0).matches("run [0-9]+: ring on ring:3, 3 dies, 4 steps"), lines.get(0));
    assertTrue(
        lines.get(1).matches("run [0-9]+, die 1, step 4: \\w+ [0-9]+ has ended"), lines.get(1));
    assertTrue(lines.get(3).matches("run [0-9]+, die 1: all has ended after .* s"), lines.get(3));
    assertTrue(
        lines.get(4).matches("run [0-9]+, round 6, edition 0: alarm, 0.300 bits a symbol too many"),
        lines.get(4));
    assertEquals(5, lines.size());
  }

  private static Job job() {
    Schedule schedule =
        Schedule.of(
            Algorithms.find("ring").orElseThrow().algorithm(Collective.ALL_REDUCE, Layout.row(3)),
            Hops.all(Codec.SINGLE));
    return new Job(
        schedule,
        new Partition(300, 2, schedule.algorithm().pieces(), 1),
        (die, send, lane) -> 0,
        Grids.parse("ring:3", Link.of(Rate.ofGigabytes(100), 1_000)),
        Relay.STORE_AND_FORWARD,
        Die.FREE);
  }

  /** What was logged. */
  private static final class Lines extends Handler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getMessage());
    }

    String get(int line) {
      return lines.get(line);
    }

    int size() {
      return lines.size();
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
