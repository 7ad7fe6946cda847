package vail.sim.live;

import java.util.Locale;

/** What the nodes of a run are told over the event bus, one after the other. */
enum Step {
  /** Make the links to all neighbours. */
  LINK,
  /** Begin the next round; the answer comes when all of it is done. */
  GO,
  /** Say when no change of books is under way; there are no more rounds. */
  SETTLE,
  /** See to it that all links have brought all. */
  END;

  /** Where a node of a run listens. */
  String address(String run, int node) {
    return "vail.live.%s.%d.%s".formatted(run, node, name().toLowerCase(Locale.ROOT));
  }
}
