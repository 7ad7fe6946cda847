package vail.cli.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import vail.sim.bytes.PairFigures;
import vail.sim.net.Grids;
import vail.sim.net.Link;
import vail.sim.net.Rate;
import vail.sim.net.Topology;

class LinkRatiosTest {
  private static final Link LINK = Link.of(Rate.ofGigabytes(100), 1000);

  @Test
  void countEachLinkOnTheWay() {
    Topology ring = Grids.parse("ring:4", LINK);
    List<PairFigures> pairs =
        List.of(new PairFigures(0, 1, 100, 50), new PairFigures(0, 2, 100, 100));

    assertEquals(
        List.of(new LinkRatios.Figures(0, 1, 200, 150), new LinkRatios.Figures(1, 2, 100, 100)),
        LinkRatios.of(pairs, ring));
    assertEquals(0.75, LinkRatios.of(pairs, ring).getFirst().ratio());
  }

  @Test
  void countLinksToAndFromASwitch() {
    Topology star = Grids.parse("switch:3", LINK);
    List<LinkRatios.Figures> links = LinkRatios.of(List.of(new PairFigures(2, 0, 80, 60)), star);

    assertEquals(List.of("2>3", "3>0"), links.stream().map(LinkRatios.Figures::name).toList());
  }
}
