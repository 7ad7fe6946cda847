package vail.sim.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import vail.sim.event.Wiring;
import vail.sim.live.BookEvent;
import vail.sim.live.RoundDrift;
import vail.sim.live.Watch;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.plan.OpKind;

class MetersTest {
  private final Meters meters = new Meters();

  @Test
  void countWhatLinksAndUnitsDo() {
    Watch watch = meters.watch(wiring("ring:3"));
    watch.carried(1, 1_000, 700);
    watch.carried(1, 1_000, 800);
    watch.waiting(1, 5);
    watch.onTheWay(2, 4_096);
    watch.worked(0, OpKind.DECODE, 2_000_000);

    has("vail_link_raw_bytes_total{link=\"1>2\"} 2000.0");
    has("vail_link_frames_bytes_total{link=\"1>2\"} 1500.0");
    has("vail_link_ratio{link=\"1>2\"} 0.75");
    has("vail_link_queue{link=\"1>2\"} 5.0");
    has("vail_link_credit_used{link=\"2>0\"} 4096.0");
    has("vail_work_seconds_count{kind=\"decode\"} 1");
  }

  @Test
  void sayWhatBecomesOfTheBook() {
    Watch watch = meters.watch(wiring("ring:3"));
    watch.drifted(new RoundDrift(4, 2, 1_000, 700, 2.5, 0.25, true, List.of()));
    watch.refreshed(new BookEvent(BookEvent.Kind.COMMITTED, 4, 3, "by all dies"));

    has("vail_book_edition 2.0");
    has("vail_book_excess_bits 0.25");
    has("vail_book_ratio 0.7");
    has("vail_book_alarm 1.0");
    has("vail_book_events_total{event=\"committed\"} 1.0");
  }

  @Test
  void areThoseOfTheNewestRun() {
    meters.watch(wiring("ring:3")).carried(2, 10, 9);
    meters.watch(wiring("ring:2")).carried(0, 10, 8);

    has("vail_link_frames_bytes_total{link=\"0>1\"} 8.0");
    assertFalse(meters.scrape().contains("2>0"), meters.scrape());
  }

  @Test
  void leaveOutLinksOfLargeNetworks() {
    Watch watch = meters.watch(wiring("full:64"));
    watch.carried(64 * 63 - 1, 10, 9);
    watch.onTheWay(64 * 63 - 1, 10);

    assertFalse(meters.scrape().contains("63>62"));
  }

  private void has(String line) {
    assertTrue(meters.scrape().contains(line + "\n"), meters.scrape());
  }

  private static Wiring wiring(String topology) {
    return new Wiring(Grids.parse(topology, Link.of(Rate.ofGigabytes(100), 1_000)));
  }
}
